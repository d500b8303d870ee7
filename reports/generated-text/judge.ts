import { max, min } from "simple-statistics";
import type { Judgement } from "../claim_maker.ts";
import type { Result } from "./result.ts";

/** Standard errors of a difference within which it is none: one false alarm in 400 for each. */
const NOISE = 3;

/** What the claim says of the perplexity of samples. */
const limits = {
  /** Least times that of held-out news, one letter an iteration. */
  overNews: 3,
  /** Least times that of one letter an iteration, in a sixteenth of the iterations. */
  fewSteps: 2,
  /** Most by which one iteration differs from shuffled letters, as a share. */
  besideShuffled: 0.15,
} as const;

/**
 * Whether fewer iterations make worse text, down to shuffled letters.
 *
 * @param rows Results
 * @returns Verdict, evidence and figures
 */
export function judgeGeneratedText(rows: readonly Result[]): Judgement {
  const sampled = rows.filter(({ part }) => part === "samples")
    .toSorted((a, b) => b.steps! - a.steps!);
  const [most, one] = [sampled[0]!, sampled.at(-1)!];
  const control = (part: Result["part"]): Result => rows.find((row) => row.part === part)!;
  const ratio = (a: Result, b: Result): number => Math.exp(a.loss - b.loss);
  const statistics = {
    overNews: ratio(most, control("held-out news")),
    besideShuffled: ratio(one, control("shuffled letters")),
    fewSteps: ratio(sampled.find(({ steps }) => steps === 4)!, most),
    // From each number of iterations to the next smaller one.
    leastRise: min(
      sampled.slice(1).map((row, n) => {
        const before = sampled[n]!;
        return (row.loss - before.loss) / Math.hypot(row.standardError!, before.standardError!);
      }),
    ),
    letterEntropyLost: max(
      sampled.map(({ letterEntropy }) => control("held-out news").letterEntropy! - letterEntropy!),
    ),
  };
  const holds = statistics.overNews >= limits.overNews &&
    Math.abs(statistics.besideShuffled - 1) <= limits.besideShuffled &&
    statistics.fewSteps >= limits.fewSteps && statistics.leastRise >= -NOISE;
  return {
    verdict: holds ? "holds" : "refuted",
    evidence: `perplexity ${statistics.overNews.toFixed(2)} times that of held-out news with one ` +
      `letter an iteration, ${
        statistics.fewSteps.toFixed(2)
      } times as much again in 4 iterations; ` +
      `in one ${statistics.besideShuffled.toFixed(2)} times that of shuffled letters`,
    statistics,
  };
}
