import { deepStrictEqual } from "node:assert/strict";
import { cubic } from "./cubic.ts";

Deno.test("cubic reveals differences of cubes: T^3 tokens in T steps are 1, 7, 19, 37, ..", () => {
  for (let steps = 1; steps <= 20; steps++) {
    deepStrictEqual(
      [...cubic.sizes({ length: steps ** 3, steps })],
      Array.from({ length: steps }, (_, t) => (t + 1) ** 3 - t ** 3),
    );
  }
});

Deno.test("cubic reveals 1, 1, 5, 9 of 16 tokens", () => {
  // 16 (t/4)^3 = 0.25, 2, 6.75
  deepStrictEqual([...cubic.sizes({ length: 16, steps: 4 })], [1, 1, 5, 9]);
});
