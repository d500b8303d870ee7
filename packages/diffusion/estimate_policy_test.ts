import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { copies, type Estimate } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import {
  buildPolicy,
  buildSource,
  everyPolicy,
  rememberedPredictor,
  tameSource,
} from "@unmask/testing";
import fc from "fast-check";
import { estimatePolicy, type PolicyEstimates } from "./estimate_policy.ts";
import { exactPredictor } from "./mask_predictor.ts";
import { entropyBounded } from "./policies/entropy_bounded.ts";
import { remaskingGrid } from "./policies/remasking_grid.ts";
import { policyErrors } from "./policy_errors.ts";

/** How far an estimate may be from the truth; a normal one is further with chance 6.3e-5. */
const STANDARD_ERRORS = 4;
const FALSE_ALARM = 6.3e-5;

const SEED = 181;
const SOURCES = 200;
/** Draws that tell whether a quantity varies at all, draws of one that does, and of one in doubt. */
const FEW_DRAWS = 20;
const DRAWS = 100;
const MANY_DRAWS = 3000;

/**
 * Scores beyond 4 standard errors that may be drawn afresh. Of 1,900 normal ones 0.12 are beyond; those
 * of a hundred skewed draws, with their own standard error, reach it some ten times as often.
 */
const MOST_IN_DOUBT = 8;

/** Draws that are all the same, but for rounding, tell no spread. */
const SAME = 1e-9;

/** Whether draws are all the same, and what is exact. */
function isAt({ mean, standardError }: Estimate, exact: number): boolean {
  return standardError <= SAME && Math.abs(mean - exact) <= SAME;
}

/** How many standard errors the mean is above the exact value; rounding is no difference. */
function scoreOf({ mean, standardError }: Estimate, exact: number): number {
  return (mean - exact) / Math.max(SAME, standardError);
}

/**
 * Whether draws that are all the same may hide the difference: something else, at most `range` away, then
 * has a chance of at least `difference / range` to show in each of them.
 */
function mayBeUnseen(difference: number, range: number): boolean {
  return (1 - Math.min(1, difference / range)) ** DRAWS >= FALSE_ALARM;
}

Deno.test("exact and estimated errors of every policy agree within 4 standard errors on 200 small sources", () => {
  // Scores of what varies. One beyond 4 is drawn afresh, once, and must then be within: a right program
  // fails that with probability 6.3e-5 for each of at most 8, so 5e-4 in all for a fresh seed.
  const scores: number[] = [];
  let constant = 0;
  let inDoubt = 0;
  let notSerial = 0;
  fc.sample(tameSource(), { seed: SEED, numRuns: SOURCES }).forEach((source, n) => {
    const law = buildSource(source);
    const predictor = rememberedPredictor(exactPredictor(law));
    for (const spec of everyPolicy(law.length)) {
      const policy = buildPolicy(spec);
      const cell = `${n}: ${JSON.stringify(spec)}`;
      const exact = policyErrors(law, { predictor, policy });
      const estimate = (purpose: string, draws: number): PolicyEstimates => {
        const streams = streamFamily({ seed: SEED, cell, purpose });
        return estimatePolicy(law, { predictor, policy, draws, streams });
      };
      const few = estimate("few", FEW_DRAWS);
      const settled = isAt(few.pathError!, exact.pathError!) &&
        isAt(few.evaluations, exact.evaluations);
      const estimates = settled ? few : estimate("some", DRAWS);
      // A ratio is at most that of a whole sequence, of chance 1/1200 at least, to its tokens alone.
      const ranges = { pathError: law.length * Math.log(1200), evaluations: law.length };
      for (const quantity of ["pathError", "evaluations"] as const) {
        const value = exact[quantity]!;
        const drawn = estimates[quantity]!;
        const message = (): string =>
          `${quantity} of ${JSON.stringify(source)}, ${cell}: ${value}, drawn ${
            JSON.stringify(drawn)
          }`;
        if (drawn.standardError <= SAME) {
          constant++;
          const difference = Math.abs(drawn.mean - value);
          ok(difference <= SAME || mayBeUnseen(difference, ranges[quantity]), message());
          continue;
        }
        scores.push(scoreOf(drawn, value));
        if (Math.abs(scores.at(-1)!) <= STANDARD_ERRORS) continue;
        inDoubt++;
        const again = scoreOf(estimate("many", MANY_DRAWS)[quantity]!, value);
        ok(Math.abs(again) <= STANDARD_ERRORS, message());
      }
      // What a serial fill would have is no error at all.
      if (scoreOf(estimates.pathError!, 0) > STANDARD_ERRORS) notSerial++;
    }
  });
  ok(inDoubt <= MOST_IN_DOUBT, `${inDoubt} of ${scores.length} are beyond 4 standard errors`);
  ok(scores.length > 1500 && constant > 3000, `${scores.length} vary, ${constant} do not`);
  // Standard normal scores: their mean square is 1 +- 0.033, the share beyond 2 is 0.0455 +- 0.005.
  const share = (of: (score: number) => number): number =>
    scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  const [mean, square] = [share((score) => score), share((score) => score * score)];
  const beyond = share((score) => Math.abs(score) > 2 ? 1 : 0);
  ok(Math.abs(mean) < 0.1, `scores have mean ${mean}`);
  ok(square > 0.85 && square < 1.2, `scores have mean square ${square}`);
  ok(beyond > 0.025 && beyond < 0.075, `${beyond} of the scores are beyond 2`);
  // The negative control: an error of 0 is refused by most policies that have one.
  ok(notSerial > 500, `only ${notSerial} tell a serial fill`);
});

const pair = copies({ length: 3, vocabularySize: 2 });

Deno.test("estimatePolicy() evaluates what the sampler draws, not what the law does", () => {
  // Five copies, two at once. Two that agree make the rest certain: two evaluations. Two that differ,
  // half of what is drawn and nothing of the law, leave three uncertain: three.
  const law = copies({ length: 5, vocabularySize: 2 });
  const predictor = exactPredictor(law);
  const policy = entropyBounded(Math.LN2);
  const streams = streamFamily({ seed: 182, cell: "evaluations", purpose: "policy errors" });
  const { evaluations } = estimatePolicy(law, { predictor, policy, draws: 1000, streams });
  const off = (value: number): number => Math.abs(evaluations.mean - value);
  ok(off(2.5) <= STANDARD_ERRORS * evaluations.standardError);
  ok(off(2) > STANDARD_ERRORS * evaluations.standardError);
});

Deno.test("estimatePolicy() of the first draws is that of the same streams alone", () => {
  const policy = entropyBounded(1);
  const predictor = exactPredictor(pair);
  const streams = streamFamily({ seed: 183, cell: "prefix", purpose: "policy errors" });
  const seen: number[] = [];
  const observe = (done: number): void => void seen.push(done);
  const first = estimatePolicy(pair, { predictor, policy, draws: 5, streams, observe });
  estimatePolicy(pair, { predictor, policy, draws: 50, streams });
  deepStrictEqual(estimatePolicy(pair, { predictor, policy, draws: 5, streams }), first);
  deepStrictEqual(seen, [1, 2, 3, 4, 5]);
});

Deno.test("estimatePolicy() refuses few draws and other spaces, and knows no path error of tokens masked again", () => {
  const predictor = exactPredictor(pair);
  const streams = streamFamily({ seed: 184, cell: "refusals", purpose: "policy errors" });
  const options = { predictor, policy: entropyBounded(1), streams };
  for (const draws of [0, 1, 1.5, NaN]) {
    throws(
      () => estimatePolicy(pair, { ...options, draws }),
      /draws must be an integer of at least 2, got/,
    );
  }
  const policy = remaskingGrid({ grid: [0, 0.5, 0.7, 1], cap: 0.5 });
  strictEqual(policyErrors(pair, { predictor, policy }).pathError, null);
  strictEqual(estimatePolicy(pair, { ...options, policy, draws: 2 }).pathError, null);
  throws(
    () => estimatePolicy(copies({ length: 2, vocabularySize: 2 }), { ...options, draws: 2 }),
    /length and vocabulary must be 2 and 2, got 3 and 2/,
  );
});
