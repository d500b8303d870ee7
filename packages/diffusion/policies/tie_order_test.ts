import { deepStrictEqual } from "node:assert/strict";
import { farApart, leftToRight, type TieOrder } from "./tie_order.ts";

/** Positions by their places. */
function ordered(ties: TieOrder, length: number): number[] {
  return Array.from({ length }, (_, position) => position)
    .sort((a, b) => ties.place(a, length) - ties.place(b, length));
}

Deno.test("leftToRight is the order of positions, farApart that of their reversed bits", () => {
  deepStrictEqual(ordered(leftToRight, 5), [0, 1, 2, 3, 4]);
  deepStrictEqual(ordered(farApart, 8), [0, 4, 2, 6, 1, 5, 3, 7]);
  deepStrictEqual(ordered(farApart, 6), [0, 4, 2, 1, 5, 3]);
  deepStrictEqual(ordered(farApart, 1), [0]);
});

Deno.test("farApart puts the first 2^k of 2^n positions 2^(n-k) apart", () => {
  for (let k = 0; k <= 6; k++) {
    const first = ordered(farApart, 64).slice(0, 2 ** k).sort((a, b) => a - b);
    deepStrictEqual(first, Array.from({ length: 2 ** k }, (_, i) => i * 2 ** (6 - k)));
  }
});
