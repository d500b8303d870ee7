import { deepStrictEqual } from "node:assert/strict";
import { square } from "./square.ts";

Deno.test("square reveals the odd numbers: T^2 tokens in T steps are 1, 3, 5, ..", () => {
  for (let steps = 1; steps <= 40; steps++) {
    deepStrictEqual(
      [...square.sizes({ length: steps ** 2, steps })],
      Array.from({ length: steps }, (_, t) => 2 * t + 1),
    );
  }
});

Deno.test("square holds its first sizes at 1 where the square is flat", () => {
  // 6 (t/4)^2 = 0.375, 1.5, 3.375: 1, 2, 3
  deepStrictEqual([...square.sizes({ length: 6, steps: 4 })], [1, 1, 1, 3]);
});
