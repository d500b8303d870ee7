import { deepStrictEqual } from "node:assert/strict";
import { multiplyInto } from "./matrix_product.ts";

Deno.test("multiplyInto() is that of a hand, whatever the target held", () => {
  const out = new Float64Array(4).fill(9);
  const left = Float64Array.of(1, 2, 3, 4);
  const right = Float64Array.of(5, 6, 7, 8);
  multiplyInto({ left, right, states: 2 }, out);
  deepStrictEqual([...out], [19, 22, 43, 50]);
});

Deno.test("multiplyInto() takes a row vector on the left", () => {
  const out = new Float64Array(2);
  multiplyInto({ left: Float64Array.of(0, 2), right: Float64Array.of(5, 6, 7, 8), states: 2 }, out);
  deepStrictEqual([...out], [14, 16]);
});
