import { doesNotThrow, strictEqual, throws } from "node:assert/strict";
import { streamFamily } from "@unmask/random";
import { maskSizes } from "@unmask/schedules";
import { assertDrawnFrom, orderedPartitions } from "@unmask/testing";
import { checkUnmaskingOrder, drawUnmaskingOrder, type UnmaskingOrder } from "./unmasking_order.ts";

/** An order as text, positions within a set sorted: a set has no order of its own. */
function textOf(order: UnmaskingOrder): string {
  return order.map((positions) => positions.toSorted().join()).join(" | ");
}

Deno.test("drawUnmaskingOrder() is uniform over the ordered partitions with its sizes", () => {
  for (const sizes of [[2, 3], [1, 2, 1], [1, 1, 1], [4]]) {
    const cells = new Map([...orderedPartitions(sizes)].map((order, i) => [textOf(order), i]));
    const streams = streamFamily({ seed: 101, cell: sizes.join(), purpose: "orders" });
    const draw = (sample: number): number => {
      const order = drawUnmaskingOrder(maskSizes(sizes), streams.at(sample));
      checkUnmaskingOrder(order, cells.size === 0 ? 0 : sizes.reduce((a, b) => a + b));
      return cells.get(textOf(order))!;
    };
    if (cells.size === 1) strictEqual(draw(0), 0);
    else assertDrawnFrom(new Array(cells.size).fill(1 / cells.size), { draws: 5000, draw });
  }
});

Deno.test("checkUnmaskingOrder() takes ordered partitions, and nothing else", () => {
  const orderOf = (sets: readonly number[][]): UnmaskingOrder =>
    sets.map((set) => Int32Array.from(set));
  doesNotThrow(() => checkUnmaskingOrder(orderOf([[2], [0, 3], [1]]), 4));
  const once = "every position from 0 to 2 must occur once";
  const refusals: readonly [number[][], string][] = [
    [[[0], [1]], "it must reveal 3 positions, got 2"],
    [[], "it must reveal 3 positions, got 0"],
    [[[0, 1], [1, 2]], `${once}, got 1 in iteration 1`],
    [[[0, 1], [2, 3]], `${once}, got 3 in iteration 1`],
    [[[-1, 0, 1, 2]], `${once}, got -1 in iteration 0`],
    [[[0, 1, 2], []], "every iteration must reveal a position, got none in iteration 1"],
  ];
  for (const [sets, rule] of refusals) {
    throws(() => checkUnmaskingOrder(orderOf(sets), 3), {
      name: "RangeError",
      message: `Cannot use an unmasking order: ${rule}`,
    });
  }
});
