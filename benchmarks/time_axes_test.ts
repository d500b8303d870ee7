import assert from "node:assert/strict";
import { powersOfTen, sizeAxis } from "./time_axes.ts";

Deno.test("powers of ten span the values", () => {
  assert.deepEqual(powersOfTen([3e-5, 0.2]), [1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1]);
  assert.deepEqual(powersOfTen([1]), [1]);
});

Deno.test("only powers of two are called so", () => {
  const axisOf = (sizes: readonly number[]): object =>
    sizeAxis(sizes, "power")["axis"] as unknown as object;
  assert.ok("labelExpr" in axisOf([256, 1]));
  assert.ok(!("labelExpr" in axisOf([10, 1000])));
  assert.deepEqual(sizeAxis([6, 4], "exponential")["axis"], { values: [4, 6] });
});
