import { deepStrictEqual, notDeepStrictEqual } from "node:assert/strict";
import { exponential } from "./exponential.ts";
import { geometric } from "./geometric.ts";

Deno.test("exponential doubles the revealed count: 2^T tokens in T steps are 2, 2, 4, 8, ..", () => {
  for (let steps = 1; steps <= 20; steps++) {
    deepStrictEqual(
      [...exponential.sizes({ length: 2 ** steps, steps })],
      Array.from({ length: steps }, (_, t) => t === 0 ? 2 : 2 ** t),
    );
  }
});

Deno.test("exponential triples the revealed count: 81 tokens in 4 steps are 3, 6, 18, 54", () => {
  deepStrictEqual([...exponential.sizes({ length: 81, steps: 4 })], [3, 6, 18, 54]);
});

Deno.test("exponential is not geometric, which starts with the smaller size", () => {
  const options = { length: 80, steps: 4 };
  // 80^(t/4) = 2.99, 8.94, 26.75
  deepStrictEqual([...exponential.sizes(options)], [3, 6, 18, 53]);
  deepStrictEqual([...geometric.sizes(options)], [2, 6, 18, 54]);
  notDeepStrictEqual(exponential.sizes(options), geometric.sizes(options));
});
