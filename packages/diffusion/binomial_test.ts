import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { binomial } from "./binomial.ts";

Deno.test("binomial() is exact", () => {
  deepStrictEqual([0, 1, 2, 3, 4, 5].map((k) => binomial(5, k)), [1, 5, 10, 10, 5, 1]);
  strictEqual(binomial(24, 12), 2704156);
  strictEqual(binomial(3, 4), 0);
});
