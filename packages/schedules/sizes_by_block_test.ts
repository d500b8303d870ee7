import { deepStrictEqual, throws } from "node:assert/strict";
import { sizesByBlock } from "./sizes_by_block.ts";

Deno.test("sizesByBlock() cuts sizes where the blocks end", () => {
  const blocks = sizesByBlock([3, 1, 2, 1, 1, 1], { lengths: [4, 4, 1] });
  deepStrictEqual(blocks.map((sizes) => [...sizes]), [[3, 1], [2, 1, 1], [1]]);
});

Deno.test("sizes that cross a border are refused, saying where", () => {
  throws(() => sizesByBlock([3, 2, 3], { lengths: [4, 4] }), {
    name: "RangeError",
    message:
      "Cannot split sizes into blocks: they must fill block 1 of 4 tokens exactly, got 5 tokens at size 2 of 3",
  });
  throws(() => sizesByBlock([4, 5], { lengths: [4, 4] }), /must sum to the length 8, got 9/);
  throws(() => sizesByBlock([4, 0, 4], { lengths: [4, 4] }), /integer of at least 1, got 0/);
});
