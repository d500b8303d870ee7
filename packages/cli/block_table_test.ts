import { deepStrictEqual, ok } from "node:assert/strict";
import { type BlockRecord, blockTable } from "./block_table.ts";

function record(sizes: number[], pathError = 0.5): BlockRecord {
  return {
    length: sizes.reduce((sum, size) => sum + size, 0),
    steps: sizes.length,
    sizes,
    pathError,
  };
}

Deno.test("blocks that are like their neighbour are told once", () => {
  const lines = blockTable([record([1, 3]), record([2, 2]), record([2, 2]), record([1, 3])], 80)
    .split("\n");
  deepStrictEqual(lines, [
    "  block   tokens  iterations  nats each",
    "  1            4           2     0.5000",
    "  2 to 3       4           2     0.5000",
    "  4            4           2     0.5000",
    "",
    "Sizes in order of unmasking:",
    "  1: 1, 3",
    "  2 to 3: 2, 2",
    "  4: 1, 3",
    "",
  ]);
});

Deno.test("blocks of other errors or sizes are not alike", () => {
  const text = blockTable([record([1, 3]), record([1, 3], 0.25), record([3, 1], 0.25)], 80);
  ok(!text.includes(" to "), text);
});

Deno.test("the middle of many different blocks is left out, and said to be", () => {
  const many = Array.from({ length: 100 }, (_, b) => record([b + 1]));
  const text = blockTable(many, 80);
  ok(text.includes("The 76 in the middle that differ from their neighbours are left out"), text);
  ok(text.includes("\n  100 "), text);
  ok(!text.includes("\n  50 "), text);
});
