import { ok, strictEqual, throws } from "node:assert/strict";
import { buildSource } from "@unmask/testing";
import { exactPredictor, type MaskPredictor } from "./mask_predictor.ts";
import { TRAINING_ERROR_COST_LIMIT, trainingError, trainingErrorCost } from "./training_error.ts";
import { uniformMixture } from "./uniform_mixture.ts";

const chain = buildSource({ kind: "potts-chain", length: 6, states: 3, coupling: 1.5 });

Deno.test("trainingError() of the exact predictor is 0 to rounding, and never below", () => {
  for (const sizes of [[6], [3, 3], [1, 1, 1, 1, 1, 1]]) {
    const error = trainingError(chain, { predictor: exactPredictor(chain), sizes });
    ok(error >= 0 && error < 1e-28, `${error}`);
  }
});

Deno.test("trainingError() is infinite where the predictor excludes a token that can occur", () => {
  const stubborn: MaskPredictor = {
    length: 6,
    vocabularySize: 3,
    predict: (_state, positions, out) => positions.forEach((_, i) => out.set([1, 0, 0], 3 * i)),
  };
  strictEqual(trainingError(chain, { predictor: stubborn, sizes: [3, 3] }), Infinity);
});

Deno.test("trainingError() depends on the schedule: a mixture of uniform marginals errs late", () => {
  const predictor = uniformMixture(exactPredictor(chain), { share: 0.2 });
  const errors = [[6], [3, 3], [2, 2, 2], [1, 1, 1, 1, 1, 1]].map((sizes) =>
    trainingError(chain, { predictor, sizes })
  );
  ok(errors[0]! < 1e-28);
  for (let i = 1; i < errors.length; i++) ok(errors[i]! > errors[i - 1]!);
});

Deno.test("trainingErrorCost() counts states and the probabilities predicted at them", () => {
  // 4^3 states; one state with 3 rows, then 3 * 3 states with 2 rows each, of 3 numbers.
  strictEqual(trainingErrorCost({ length: 3, vocabularySize: 3 }, [1, 2]), 64 + 9 + 9 * 2 * 3);
  strictEqual(trainingErrorCost({ length: 1000, vocabularySize: 8 }, [1000]), Infinity);
  throws(() => trainingErrorCost({ length: 3, vocabularySize: 3 }, [2]), RangeError);
});

Deno.test("trainingError() refuses what it cannot enumerate, and another space", () => {
  const long = buildSource({ kind: "copies", length: 40, states: 2 });
  throws(
    () => trainingError(long, { predictor: exactPredictor(long), sizes: [40] }),
    new RegExp(`cost must be at most ${TRAINING_ERROR_COST_LIMIT}, got 1215766545905692`),
  );
  throws(
    () => trainingError(long, { predictor: exactPredictor(chain), sizes: [40] }),
    /length and vocabulary must be 40 and 2, got 6 and 3/,
  );
  throws(() => trainingError(chain, { predictor: exactPredictor(chain), sizes: [5] }), RangeError);
});
