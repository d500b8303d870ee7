import { deepStrictEqual } from "node:assert/strict";
import { threefry2x32 } from "./threefry2x32.ts";
import { threefryBlocks } from "./threefry_blocks.ts";

Deno.test("threefryBlocks() gives the known answers of Random123 in a run that passes their counters", () => {
  // Random123, tests/kat_vectors, "threefry2x32 20": counter 243f6a88 85a308d3, key 13198a2e 03707344.
  const out = new Uint32Array(12);
  threefryBlocks(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3 - 4, out, 6);
  deepStrictEqual([...out.subarray(8, 10)], [0xc4923a9c, 0x483df7a0]);
});

Deno.test("threefryBlocks() counts the second word of the counter, modulo 2^32, and leaves the rest", () => {
  const out = new Uint32Array(14).fill(9);
  threefryBlocks(5, 6, 7, 2 ** 32 - 3, out, 6);
  const block = new Uint32Array(2);
  const expected = [-3, -2, -1, 0, 1, 2].flatMap((counter1) => {
    threefry2x32(5, 6, 7, counter1, block);
    return [...block];
  });
  deepStrictEqual([...out], [...expected, 9, 9]);
});
