import assert from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { fitGrowth, fittedValues } from "./fit_growth.ts";

const at = (sizes: number[], value: (size: number) => number): { size: number; value: number }[] =>
  sizes.map((size) => ({ size, value: value(size) }));

Deno.test("the exponent of a power and the factor of an exponential are found", () => {
  // Exact laws: only the rounding of logarithms and of a regression on a few points.
  const rounding = { relative: 1e-13 };
  const power = fitGrowth(at([2, 8, 1024], (size) => 5 * size ** 1.5), "power");
  assertClose(power!, 1.5, rounding);
  const factor = fitGrowth(at([4, 6, 8, 10], (size) => 0.25 * 3 ** size), "exponential");
  assertClose(factor!, 3, rounding);
});

Deno.test("two sizes have no exponent", () => {
  assert.equal(fitGrowth(at([1, 2], (size) => size), "power"), null);
});

Deno.test("fitted values are those of the line of least squares", () => {
  // In logarithms to base 2: (0, 0), (1, 2), (2, 1), whose line is 0.5 + x / 2.
  const points = [{ size: 1, value: 1 }, { size: 2, value: 4 }, { size: 4, value: 2 }];
  const said = fittedValues(points, "power")!.map(Math.log2);
  for (const [i, expected] of [0.5, 1, 1.5].entries()) {
    assert.ok(Math.abs(said[i]! - expected) < 1e-12);
  }
  assert.equal(fittedValues(points.slice(1), "power"), null);
});
