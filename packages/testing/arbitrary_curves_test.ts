import { ok, strictEqual } from "node:assert/strict";
import { curveFromTokenMutualInformation } from "@unmask/information";
import fc from "fast-check";
import { arbitraryCurve, arbitraryCurveCase } from "./arbitrary_curves.ts";

const runs = { seed: 162, numRuns: 4000 };

Deno.test("arbitraryCurve() makes curves: from 0, not falling, at most 6 nats", () => {
  for (const length of [1, 2, 3, 12, 40]) {
    for (const z of fc.sample(arbitraryCurve(length), { ...runs, numRuns: 500 })) {
      strictEqual(z.length, length);
      strictEqual(z[0], 0);
      ok(z.every((value, j) => j === 0 || value >= z[j - 1]!));
      ok(z[length - 1]! <= 6);
      curveFromTokenMutualInformation(z[length - 1]!, z);
    }
  }
});

Deno.test("arbitraryCurve() reaches every step curve exactly, and mixtures and slopes", () => {
  const sample = fc.sample(arbitraryCurve(5), runs);
  const levels = (z: number[]): number => new Set(z).size;
  for (let k = 1; k <= 4; k++) {
    ok(sample.some((z) => levels(z) === 2 && z[k - 1] === 0 && z[k]! > 0), `never step ${k}`);
    ok(sample.some((z) => levels(z) === 2 && z[k - 1] === 0 && z[k] === 1), `never unit step ${k}`);
  }
  ok(sample.some((z) => levels(z) === 1), "never independent tokens");
  ok(sample.some((z) => levels(z) === 3), "never a mixture of two steps");
  ok(sample.some((z) => levels(z) === 5 && z[1]! > z[4]! / 2), "never a concave curve");
  ok(sample.some((z) => levels(z) === 5 && z[3]! < z[4]! / 2), "never a convex curve");
});

Deno.test("arbitraryCurveCase() has sizes that sum to the length, within the lengths asked for", () => {
  const sample = fc.sample(arbitraryCurveCase({ least: 3, most: 6 }), runs);
  for (const { tokenMutualInformation, sizes } of sample) {
    strictEqual(sizes.reduce((sum, size) => sum + size, 0), tokenMutualInformation.length);
  }
  const lengths = new Set(sample.map((value) => value.tokenMutualInformation.length));
  strictEqual([...lengths].sort().join(), "3,4,5,6");
});
