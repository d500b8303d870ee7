import { deepStrictEqual, ok } from "node:assert/strict";
import { geometric } from "./geometric.ts";
import { revealedCounts } from "./mask_sizes.ts";

Deno.test("geometric doubles: 2^T - 1 tokens in T steps are 1, 2, 4, ..", () => {
  for (let steps = 1; steps <= 20; steps++) {
    deepStrictEqual(
      [...geometric.sizes({ length: 2 ** steps - 1, steps })],
      Array.from({ length: steps }, (_, t) => 2 ** t),
    );
  }
});

Deno.test("geometric triples: 3^T - 1 tokens in T steps are 2, 6, 18, ..", () => {
  deepStrictEqual([...geometric.sizes({ length: 80, steps: 4 })], [2, 6, 18, 54]);
});

Deno.test("geometric grows N_t + 1, not N_t", () => {
  // sqrt(7) - 1 = 1.65 rounds to 2; sqrt(6) - 1 = 1.45 would round to 1
  deepStrictEqual([...geometric.sizes({ length: 6, steps: 2 })], [2, 4]);
});

Deno.test("geometric holds its first sizes at 1 where it grows slowly", () => {
  // 9^(t/6) - 1 for t = 1..5: 0.44, 1.08, 2, 3.33, 5.24
  deepStrictEqual([...geometric.sizes({ length: 8, steps: 6 })], [1, 1, 1, 1, 1, 3]);
});

Deno.test("geometric keeps N_t + 1 within half a token of a constant growth", () => {
  const [length, steps] = [4096, 8]; // the first size is 1.8
  revealedCounts(geometric.sizes({ length, steps })).forEach((revealed, t) => {
    ok(Math.abs(revealed + 1 - (length + 1) ** (t / steps)) <= 0.5 + 1e-8);
  });
});
