import { strictEqual, throws } from "node:assert/strict";
import { maskSizes } from "@unmask/schedules";
import { compositions } from "@unmask/testing";
import { pathError } from "./path_error.ts";
import { stepCurve } from "./step_curve.ts";
import { worstRatio } from "./worst_ratio.ts";
import { yardstickOf, yardsticks } from "./yardstick.ts";

Deno.test("worstRatio() of one schedule is the largest ratio over the step curves", () => {
  for (const yardstick of yardsticks) {
    for (const sizes of compositions(9)) {
      let expected = 0;
      for (let dimension = 1; dimension < 9; dimension++) {
        const error = pathError(stepCurve({ length: 9, dimension }), sizes);
        expected = Math.max(expected, error / yardstick.onStep({ length: 9, dimension }));
      }
      strictEqual(
        worstRatio([{ weight: 1, sizes: maskSizes(sizes) }], { yardstick }).value,
        expected,
      );
    }
  }
});

Deno.test("worstRatio() of a mixture is that of the mean error, below the mean of the ratios", () => {
  // On 3 tokens: 1,2 errs by 1 on k = 2 only, 2,1 by 1 on k = 1 only.
  const mixture = [
    { weight: 0.25, sizes: maskSizes([1, 2]) },
    { weight: 0.75, sizes: maskSizes([2, 1]) },
  ];
  const worst = (key: string): unknown => worstRatio(mixture, { yardstick: yardstickOf(key) });
  const expect = (key: string, value: number, dimension: number): void => {
    strictEqual(JSON.stringify(worst(key)), JSON.stringify({ value, dimension }));
  };
  expect("tc", 0.75 / 2, 1);
  expect("dtc", 0.75, 1);
  expect("mi", 0.25, 1);
});

Deno.test("worstRatio() refuses weights that are no probabilities", () => {
  const sizes = maskSizes([1, 2]);
  const yardstick = yardstickOf("tc");
  for (const weight of [0.5, -1, NaN, 1 + 1e-12]) {
    throws(() => worstRatio([{ weight, sizes }], { yardstick }), /its weights must be/);
  }
  throws(() => worstRatio([], { yardstick }), /sum of 0/);
});
