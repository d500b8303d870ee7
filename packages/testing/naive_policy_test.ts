import { strictEqual } from "node:assert/strict";
import { type MaskPredictor, onlyRule, type UnmaskingPolicy } from "@unmask/diffusion";
import { type LogProbability, MASK } from "@unmask/information";
import { assertClose } from "./close.ts";
import { naivePolicyErrors } from "./naive_policy.ts";

/** Two copies of a fair bit, by definition: nothing of the package under test. */
const copies: LogProbability & MaskPredictor = {
  length: 2,
  vocabularySize: 2,
  logProbability: ([a, b]) => a === b ? -Math.LN2 : -Infinity,
  predict(state, positions, out): void {
    positions.forEach((position, row) => {
      const other = state[1 - position]!;
      out.set(other === MASK ? [0.5, 0.5] : other === 0 ? [1, 0] : [0, 1], 2 * row);
    });
  },
};

/** Each token is revealed by the flip of a fair coin, then what is left: together half of the time. */
const coins: UnmaskingPolicy = {
  name: "coins",
  rules: () =>
    onlyRule({
      iterations: 2,
      readsPredictions: false,
      propose: ({ iteration, candidates }) => ({
        candidates,
        size: iteration === 0 ? Float64Array.of(1 / 4, 1 / 2, 1 / 4) : candidates.length,
      }),
    }),
};

/** Both at once, then each is masked again by the flip of a coin, then what is left. */
const again: UnmaskingPolicy = {
  name: "again",
  rules: () =>
    onlyRule({
      iterations: 3,
      readsPredictions: false,
      propose: ({ iteration, candidates }) => ({
        candidates,
        size: candidates.length,
        remask: iteration === 1 ? 1 / 2 : 0,
      }),
    }),
};

const rounding = { absolute: 1e-15 };

Deno.test("naivePolicyErrors() has the errors of two copies under coin flips as by hand", () => {
  const errors = naivePolicyErrors(copies, { predictor: copies, policy: coins });
  // Together with chance 1/2: path error ln(2) / 2; each of 00 and 11 has mass 1/2 1/2 + 1/2 1/4 = 3/8.
  assertClose(errors.pathError, Math.LN2 / 2, rounding);
  assertClose(errors.endpointError, Math.log(4 / 3), rounding);
  // One evaluation where both or none are revealed first, two where one is.
  strictEqual(errors.evaluations, 1.5);
  strictEqual(errors.targetEvaluations, 1.5);
  errors.masses.forEach((mass, cell) =>
    assertClose(mass, [3 / 8, 1 / 8, 1 / 8, 3 / 8][cell]!, rounding)
  );
});

Deno.test("naivePolicyErrors() masks again as by hand", () => {
  const errors = naivePolicyErrors(copies, { predictor: copies, policy: again });
  // One of two masked again, half of the time, is drawn right; else two are drawn at random.
  errors.masses.forEach((mass, cell) =>
    assertClose(mass, [3 / 8, 1 / 8, 1 / 8, 3 / 8][cell]!, rounding)
  );
  assertClose(errors.endpointError, Math.log(4 / 3), rounding);
  assertClose(errors.evaluations, 1 + 3 / 4, rounding);
});

Deno.test("naivePolicyErrors() is infinite where the predictor excludes what the law has", () => {
  const stubborn: MaskPredictor = {
    ...copies,
    predict(_state, positions, out): void {
      for (let row = 0; row < positions.length; row++) out.set([1, 0], 2 * row);
    },
  };
  const errors = naivePolicyErrors(copies, { predictor: stubborn, policy: coins });
  strictEqual(errors.pathError, Infinity);
  strictEqual(errors.endpointError, Infinity);
});
