import { ok, strictEqual } from "node:assert/strict";
import { curveFromTokenMutualInformation } from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import { arbitrarySource, buildSource, compositions } from "@unmask/testing";
import fc from "fast-check";
import { liCaiTheorem1 } from "./li_cai_theorem_1.ts";
import { liCaiTheorem2Upper } from "./li_cai_theorem_2_upper.ts";

Deno.test("Theorem 2's upper value is that of a hand, by the power of two above s_max", () => {
  const curve = curveFromTokenMutualInformation(32, [0, 1, 2, 4, 8, 16, 32]);
  const value = (sizes: number[]): number => liCaiTheorem2Upper.evaluate(curve, maskSizes(sizes));
  strictEqual(value([1, 1, 1, 1, 1, 1, 1]), 0);
  strictEqual(value([2, 2, 2, 1]), 32); // s = 2: Z_7
  strictEqual(value([3, 3, 1]), 2 * 16 + 32); // s = 4: 2 Z_6 + Z_7
  strictEqual(value([4, 3]), 2 * 16 + 32);
  strictEqual(value([5, 2]), 4 * 4 + 2 * 16 + 32); // s = 8: 4 Z_4 + 2 Z_6 + Z_7
  strictEqual(value([7]), 4 * 4 + 2 * 16 + 32);
  const one = curveFromTokenMutualInformation(1, [0]);
  strictEqual(liCaiTheorem2Upper.evaluate(one, maskSizes([1])), 0);
});

Deno.test("Theorem 2's upper value is at most Theorem 1's, on every small law", () => {
  fc.assert(
    fc.property(arbitrarySource(), (spec) => {
      const curve = buildSource(spec).informationCurve();
      for (const sizes of compositions(curve.length)) {
        const proved = maskSizes(sizes);
        const refined = liCaiTheorem2Upper.evaluate(curve, proved);
        ok(refined <= liCaiTheorem1.evaluate(curve, proved) * (1 + 1e-14));
      }
    }),
    { seed: 81, numRuns: 100 },
  );
});
