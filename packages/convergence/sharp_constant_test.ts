import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { curveMeasures } from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import { assertClose, compositions } from "@unmask/testing";
import { pathError } from "./path_error.ts";
import { sharpConstant } from "./sharp_constant.ts";
import { stepCurve } from "./step_curve.ts";

Deno.test("sharpConstant() is the greatest ratio of path error to MI over all step curves", () => {
  for (let length = 2; length <= 8; length++) {
    for (const composition of compositions(length)) {
      const sizes = maskSizes(composition);
      const ratioOn = (dimension: number): number => {
        const curve = stepCurve({ length, dimension });
        return pathError(curve, sizes) / curveMeasures(curve).totalMutualInformation;
      };
      let greatest = 0;
      for (let k = 1; k < length; k++) greatest = Math.max(greatest, ratioOn(k));
      const { constant, source } = sharpConstant(sizes);
      assertClose(constant, greatest, { relative: 1e-15 });
      // And the law that it names attains it.
      assertClose(ratioOn(source!.dimension), constant, { relative: 1e-15 });
      strictEqual(source!.length, length);
    }
  }
});

Deno.test("one token has no mutual information: the constant is 0 and no law attains it", () => {
  deepStrictEqual(sharpConstant(maskSizes([1])), { constant: 0 });
  deepStrictEqual(sharpConstant(maskSizes([8])), {
    constant: 7 / 8,
    source: { kind: "reed-solomon", field: 11, length: 8, dimension: 1 },
  });
});
