import { strictEqual, throws } from "node:assert/strict";
import { curveMeasures } from "@unmask/information";
import { stepCurve } from "./step_curve.ts";
import { yardstickOf, yardsticks } from "./yardstick.ts";

Deno.test("each yardstick is its measure of the step curve", () => {
  for (const length of [2, 3, 9]) {
    for (let dimension = 1; dimension < length; dimension++) {
      const measures = curveMeasures(stepCurve({ length, dimension }));
      const expected = {
        tc: measures.totalCorrelation,
        dtc: measures.dualTotalCorrelation,
        mi: measures.totalMutualInformation,
      };
      for (const { key, onStep } of yardsticks) {
        strictEqual(onStep({ length, dimension }), expected[key]);
      }
    }
  }
});

Deno.test("yardstickOf() finds a yardstick by its key and refuses other names", () => {
  for (const yardstick of yardsticks) strictEqual(yardstickOf(yardstick.key), yardstick);
  throws(() => yardstickOf("TC"), /the key must be one of tc, dtc, mi, got TC/);
});
