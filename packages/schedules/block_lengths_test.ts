import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { blocksOfLength, equalBlocks } from "./block_lengths.ts";

Deno.test("equalBlocks() of 11 tokens in 4 are 3, 3, 3, 2: the longer ones first", () => {
  deepStrictEqual(equalBlocks({ length: 11, blocks: 4 }), [3, 3, 3, 2]);
  deepStrictEqual(equalBlocks({ length: 8, blocks: 4 }), [2, 2, 2, 2]);
});

Deno.test("blocksOfLength() of 11 tokens by 4 are 4, 4, 3: the last one is shorter", () => {
  deepStrictEqual(blocksOfLength({ length: 11, blockLength: 4 }), [4, 4, 3]);
  deepStrictEqual(blocksOfLength({ length: 8, blockLength: 4 }), [4, 4]);
  deepStrictEqual(blocksOfLength({ length: 3, blockLength: 3 }), [3]);
});

Deno.test("blocks cover the sequence, differ by at most 1, or are of one length but for the last", () => {
  for (let length = 1; length <= 40; length++) {
    for (let part = 1; part <= length; part++) {
      const equal = equalBlocks({ length, blocks: part });
      strictEqual(equal.length, part);
      strictEqual(equal.reduce((sum, tokens) => sum + tokens, 0), length);
      ok(equal[0]! - equal.at(-1)! <= 1);
      deepStrictEqual(equal, equal.toSorted((a, b) => b - a));
      const fixed = blocksOfLength({ length, blockLength: part });
      strictEqual(fixed.reduce((sum, tokens) => sum + tokens, 0), length);
      ok(fixed.slice(0, -1).every((tokens) => tokens === part));
      ok(fixed.at(-1)! >= 1 && fixed.at(-1)! <= part);
    }
  }
});

Deno.test("blocks that no sequence has are refused, saying which", () => {
  for (const part of [0, -1, 1.5, NaN, 9]) {
    throws(() => equalBlocks({ length: 8, blocks: part }), {
      name: "RangeError",
      message:
        `Cannot cut into blocks: blocks must be an integer from 1 to the length 8, got ${part}`,
    });
    throws(() => blocksOfLength({ length: 8, blockLength: part }), {
      name: "RangeError",
      message:
        `Cannot cut into blocks: the block length must be an integer from 1 to the length 8, got ${part}`,
    });
  }
  for (const length of [0, 2.5, NaN]) {
    throws(() => equalBlocks({ length, blocks: 1 }), /length must be an integer of at least 1/);
  }
});
