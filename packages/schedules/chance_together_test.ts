import { strictEqual, throws } from "node:assert/strict";
import { assertClose, orderedPartitions, sequences } from "@unmask/testing";
import { chanceTogether, chanceTogetherOnGrid } from "./chance_together.ts";

Deno.test("chanceTogether() is the share of ordered partitions with tokens 0 and 1 in one set", () => {
  for (const sizes of [[4], [1, 3], [2, 2], [2, 1, 2], [1, 1, 1]]) {
    const orders = [...orderedPartitions(sizes)];
    const together = orders.filter((order) =>
      order.some((set) => Array.from(set).includes(0) && Array.from(set).includes(1))
    );
    assertClose(chanceTogether(sizes), together.length / orders.length, { absolute: 1e-15 });
  }
});

Deno.test("chanceTogether() of one token is 0", () => strictEqual(chanceTogether([1]), 0));

Deno.test("chanceTogetherOnGrid() is the weight of assignments of two tokens to one step", () => {
  for (const grid of [[0, 1], [0, 0.25, 0.25, 1], [0, 0.5, 0.6, 1]]) {
    let weight = 0;
    for (const [a, b] of sequences(2, grid.length - 1)) {
      if (a === b) weight += (grid[a! + 1]! - grid[a!]!) ** 2;
    }
    assertClose(chanceTogetherOnGrid(grid), weight, { absolute: 1e-15 });
  }
});

Deno.test("both chances refuse what is no schedule and no grid", () => {
  throws(() => chanceTogether([2, 0]), RangeError);
  throws(() => chanceTogether([]), RangeError);
  throws(() => chanceTogether([NaN, 1]), RangeError);
  throws(() => chanceTogetherOnGrid([0, 0.5]), RangeError);
});
