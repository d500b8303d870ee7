import { deepStrictEqual } from "node:assert/strict";
import { primeField } from "./prime_field.ts";

Deno.test("the field is the smallest prime that is large enough", () => {
  // 65,537 is the largest known Fermat prime.
  deepStrictEqual([1, 2, 3, 4, 8, 9, 90, 65_536].map(primeField), [2, 2, 3, 5, 11, 11, 97, 65_537]);
});
