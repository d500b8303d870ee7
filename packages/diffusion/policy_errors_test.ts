import type { LogProbability } from "@unmask/information";
import { strictEqual } from "node:assert/strict";
import type { MaskPredictor } from "./mask_predictor.ts";
import { randomPositions } from "./policies/random_positions.ts";
import { policyErrors } from "./policy_errors.ts";

/** Two fair bits that know nothing of each other. */
const fairBits: LogProbability = {
  length: 2,
  vocabularySize: 2,
  logProbability: () => 2 * -Math.LN2,
};

/** Predicts the first bit as it is, and never a second 1. */
function predictorOf(secondOne: number): MaskPredictor {
  return {
    length: 2,
    vocabularySize: 2,
    predict: (_state, positions, out) => {
      positions.forEach((position, row) =>
        out.set(position === 0 ? [0.5, 0.5] : [1 - secondOne, secondOne], 2 * row)
      );
    },
  };
}

for (const sizes of [[2], [1, 1]]) {
  Deno.test(`policyErrors() are infinite where the predictor excludes what the law has: ${sizes}`, () => {
    const policy = randomPositions(sizes);
    const errors = policyErrors(fairBits, { predictor: predictorOf(0), policy });
    strictEqual(errors.pathError, Infinity);
    strictEqual(errors.endpointError, Infinity);
    strictEqual(errors.evaluations, sizes.length);
    // A chance of 1e-300 is none of 0.
    const rare = policyErrors(fairBits, { predictor: predictorOf(1e-300), policy });
    strictEqual(Number.isFinite(rare.pathError), true);
    strictEqual(Number.isFinite(rare.endpointError), true);
  });
}
