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
import { estimatePolicy } from "./estimate_policy.ts";
import { exactPredictor } from "./mask_predictor.ts";
import { entropyBounded } from "./policies/entropy_bounded.ts";
import { remaskingGrid } from "./policies/remasking_grid.ts";
import { policyErrors } from "./policy_errors.ts";

/** How far an estimate may be from the truth; a normal one is further with chance 6.3e-5. */
const STANDARD_ERRORS = 4;
const FALSE_ALARM = 6.3e-5;

const SOURCES = 200;
const DRAWS = 120;

/** Draws that are all the same, but for rounding, tell no spread. */
const SAME = 1e-9;

/**
 * Whether draws that are all the same may hide the difference: something else, at most `range` away, then
 * has a chance of at least `difference / range` to show in each of them.
 */
function mayBeUnseen(difference: number, range: number): boolean {
  return (1 - Math.min(1, difference / range)) ** DRAWS >= FALSE_ALARM;
}

Deno.test("exact and estimated errors of every policy agree within 4 standard errors on 200 small sources", () => {
  // Standardised differences of the quantities that vary. Of some 1,900 that are normal 0.12 exceed 4,
  // so a fresh seed fails with probability 0.11, or more as their tails are heavier; the seed is fixed.
  const scores: number[] = [];
  let constant = 0;
  let unlikePath = 0;
  fc.sample(tameSource(), { seed: 181, numRuns: SOURCES }).forEach((source, n) => {
    const law = buildSource(source);
    const predictor = rememberedPredictor(exactPredictor(law));
    for (const spec of everyPolicy(law.length)) {
      const policy = buildPolicy(spec);
      const cell = `${n}: ${JSON.stringify(spec)}`;
      const streams = streamFamily({ seed: 181, cell, purpose: "policy errors" });
      const exact = policyErrors(law, { predictor, policy });
      const estimate = estimatePolicy(law, { predictor, policy, draws: DRAWS, streams });
      const compare = ({ mean, standardError }: Estimate, value: number, range: number): void => {
        const difference = Math.abs(mean - value);
        const message = `${JSON.stringify(source)}, ${cell}: ${mean} +- ${standardError}, ${value}`;
        if (standardError <= SAME) {
          constant++;
          ok(difference <= SAME || mayBeUnseen(difference, range), message);
        } else {
          scores.push((mean - value) / standardError);
          ok(difference <= STANDARD_ERRORS * standardError, message);
        }
      };
      // A ratio is at most that of a whole sequence, of chance 2/243 at least, to its tokens alone.
      compare(estimate.pathError, exact.pathError!, law.length * Math.log(243 / 2));
      compare(estimate.evaluations, exact.evaluations, law.length);
      // What a serial fill would have: no error at all.
      if (estimate.pathError.mean > STANDARD_ERRORS * estimate.pathError.standardError) {
        unlikePath++;
      }
    }
  });
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
  ok(unlikePath > 500, `only ${unlikePath} tell a serial fill`);
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

Deno.test("estimatePolicy() refuses few draws, tokens masked again and other spaces, saying why", () => {
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
  throws(
    () => estimatePolicy(pair, { ...options, policy, draws: 2 }),
    /must not mask tokens again, got remasking:cap=0.5/,
  );
  throws(
    () => estimatePolicy(copies({ length: 2, vocabularySize: 2 }), { ...options, draws: 2 }),
    /length and vocabulary must be 2 and 2, got 3 and 2/,
  );
});
