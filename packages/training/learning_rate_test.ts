import { ok, strictEqual } from "node:assert/strict";
import { learningRateAt } from "./learning_rate.ts";

const rate = { peak: 0.5, warmUp: 10, steps: 110 };

Deno.test("the rate rises in a line, begins to fall at its peak, and is half of it half way down", () => {
  for (let step = 0; step < 10; step++) strictEqual(learningRateAt(rate, step), (step + 1) / 20);
  strictEqual(learningRateAt(rate, 10), 0.5);
  ok(Math.abs(learningRateAt(rate, 60) - 0.25) < 1e-15);
  // cos(pi/4) at a quarter.
  ok(Math.abs(learningRateAt(rate, 35) - (1 + Math.SQRT1_2) / 4) < 1e-15);
});

Deno.test("the rate ends at 0 with the last step", () => {
  strictEqual(learningRateAt(rate, 110), 0);
  // 1 - cos x = x^2/2 at the last step that is done.
  const x = Math.PI / 100;
  ok(Math.abs(learningRateAt(rate, 109) / (0.25 * x * x / 2) - 1) < 1e-3);
});
