import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { curveFromTokenMutualInformation } from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import { assertClose } from "@unmask/testing";
import { balancedLimits, liCaiTheorem2Lower } from "./li_cai_theorem_2_lower.ts";
import { liCaiTheorem2Upper } from "./li_cai_theorem_2_upper.ts";

Deno.test("Theorem 2's lower value is a sixteenth of the upper one, and judged by the worst", () => {
  const curve = curveFromTokenMutualInformation(32, [0, 1, 2, 4, 8, 16, 32]);
  for (const sizes of [[2, 2, 2, 1], [3, 4], [7], [1, 1, 1, 1, 1, 1, 1]]) {
    const proved = maskSizes(sizes);
    assertClose(
      liCaiTheorem2Lower.evaluate(curve, proved),
      liCaiTheorem2Upper.evaluate(curve, proved) / 16,
      { relative: 1e-15 },
    );
  }
  // 3, 4 costs 1 + 2 + 4 + 12 + 28; 4, 3 costs 1 + 2 + 4 + 8 + 24; three sets cost less still.
  deepStrictEqual([...liCaiTheorem2Lower.witness!(curve, maskSizes([4, 3]))!], [3, 4]);
});

Deno.test("the sizes that it searches reach from half the power of two to it, or to the length", () => {
  const limitsOf = (sizes: number[]): number[] => Object.values(balancedLimits(maskSizes(sizes)));
  deepStrictEqual(limitsOf([1, 1]), [1, 1]);
  deepStrictEqual(limitsOf([2, 1, 2]), [1, 2]);
  deepStrictEqual(limitsOf([3, 3, 2]), [2, 4]);
  deepStrictEqual(limitsOf([5]), [4, 5]);
  deepStrictEqual(limitsOf([1]), [1, 1]);
});

Deno.test("no witness is sought where that costs too much", () => {
  const length = 2 ** 17;
  const curve = curveFromTokenMutualInformation(0, new Float64Array(length));
  strictEqual(liCaiTheorem2Lower.witness!(curve, maskSizes([length])), undefined);
});
