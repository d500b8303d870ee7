import { min } from "simple-statistics";
import type { Judgement } from "../claim_maker.ts";
import { models, type Result } from "./result.ts";

/** Least excess of the mask predictor, in nats a letter, that the claim speaks of. */
const LEAST_EXCESS = 0.3;

/** Standard errors by which an excess must be above that: a false alarm in 10,000. */
const CERTAIN = 4;

/** Steps up to which the mask predictor may be faster, by the sequences drawn together. */
const fasterUpTo: Readonly<Record<number, number>> = { 1: 8, 32: 16 };

/** What it then costs, in nats a letter. */
const COST_WHERE_FASTER = 0.4;

/**
 * Whether the mask predictor loses wherever it is not fast, and where it is fast.
 *
 * @param rows Results
 * @returns Verdict, evidence and figures
 */
export function judgeStepsAndTime(rows: readonly Result[]): Judgement {
  const losses = rows.filter(({ part, model }) => part === "loss" && model === models.masked);
  const alone = breakEven(rows, 1);
  const together = breakEven(rows, 32);
  const fast = losses.filter(({ steps }) => steps <= Math.max(alone, together, 1));
  const statistics = {
    leastExcess: min(losses.map(({ excess }) => excess!)),
    leastScore: min(losses.map((row) => (row.excess! - LEAST_EXCESS) / row.excessStandardError!)),
    breakEvenAlone: alone,
    breakEvenTogether: together,
    excessWhereFaster: min(fast.map(({ excess }) => excess!)),
  };
  const holds = statistics.leastScore >= CERTAIN && alone <= fasterUpTo[1]! &&
    together <= fasterUpTo[32]! && statistics.excessWhereFaster >= COST_WHERE_FASTER;
  return {
    verdict: holds ? "holds" : "refuted",
    evidence:
      `the mask predictor loses ${statistics.leastExcess.toFixed(2)} nats a letter or more, ` +
      `and is faster below ${alone.toFixed(1)} steps for one sequence, below ${
        together.toFixed(1)
      } in batches of 32, where it loses at least ${statistics.excessWhereFaster.toFixed(2)}`,
    statistics,
  };
}

/**
 * The number of steps in which a mask predictor takes as long as the autoregressive model: on the
 * straight line through its shortest and its longest time, since each step costs the same.
 */
export function breakEven(rows: readonly Result[], batch: number): number {
  const own = rows.filter((row) => row.part === "time" && row.batch === batch);
  const rival = own.find(({ model }) => model === models.next)!.milliseconds!;
  const masked = own.filter(({ model }) => model === models.masked)
    .toSorted((a, b) => a.steps - b.steps);
  const [first, last] = [masked[0]!, masked.at(-1)!];
  const slope = (last.milliseconds! - first.milliseconds!) / (last.steps - first.steps);
  return Math.max(0, first.steps + (rival - first.milliseconds!) / slope);
}
