import { deepStrictEqual } from "node:assert/strict";
import { toMaskingOrder } from "./masking_order.ts";
import { unbalanced } from "./unbalanced.ts";

Deno.test("unbalanced reveals its large set last", () => {
  deepStrictEqual([...unbalanced.sizes({ length: 8, steps: 4 })], [1, 1, 1, 5]);
  deepStrictEqual([...unbalanced.sizes({ length: 8, steps: 1 })], [8]);
});

Deno.test("unbalanced has s_1 = s_max in the paper's order", () => {
  deepStrictEqual(toMaskingOrder(unbalanced.sizes({ length: 8, steps: 4 })), [5, 1, 1, 1]);
});
