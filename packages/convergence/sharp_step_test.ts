import { strictEqual } from "node:assert/strict";
import { curveFromTokenMutualInformation } from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import { compositions } from "@unmask/testing";
import { pathError } from "./path_error.ts";
import { sharpStep } from "./sharp_step.ts";
import { stepCurve } from "./step_curve.ts";

Deno.test("sharpStep's value is that of a hand", () => {
  const curve = curveFromTokenMutualInformation(7, [0, 1, 1.5, 3, 6]);
  // (3 - 1)(Z_3 - Z_1) + (2 - 1)(Z_5 - Z_4)
  strictEqual(sharpStep.evaluate(curve, maskSizes([3, 2])), 2 * 1.5 + 3);
  strictEqual(sharpStep.evaluate(curve, maskSizes([5])), 4 * 6);
  strictEqual(sharpStep.evaluate(curve, maskSizes([1, 1, 1, 1, 1])), 0);
});

Deno.test("sharpStep is attained on the steps right after the first token of each set", () => {
  for (const composition of compositions(7)) {
    const sizes = maskSizes(composition);
    let start = 0;
    for (const size of sizes) {
      if (size > 1) {
        const curve = stepCurve({ length: 7, dimension: start + 1 });
        strictEqual(sharpStep.evaluate(curve, sizes), size - 1);
        strictEqual(pathError(curve, sizes), size - 1);
      }
      start += size;
    }
  }
});
