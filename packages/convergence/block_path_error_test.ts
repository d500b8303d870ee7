import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { curveFromTokenMutualInformation } from "@unmask/information";
import { blockPathError } from "./block_path_error.ts";

const curves = [
  curveFromTokenMutualInformation(2, [0, 1, 1.5]),
  curveFromTokenMutualInformation(1, [0, 0.25]),
];

Deno.test("blockPathError() is the sum of what each block's sizes cost on its own curve", () => {
  // Sizes 1, 2: Z_3 - Z_2; one shot of two: Z_2.
  const { sizes, pathError, blocks } = blockPathError(curves, [1, 2, 2]);
  deepStrictEqual([...sizes], [1, 2, 2]);
  deepStrictEqual(blocks.map((block) => block.pathError), [0.5, 0.25]);
  strictEqual(pathError, 0.75);
  strictEqual(blockPathError(curves, [1, 1, 1, 1, 1]).pathError, 0);
});

Deno.test("blockPathError() refuses sizes that cross a border", () => {
  throws(() => blockPathError(curves, [2, 2, 1]), /fill block 1 of 3 tokens exactly/);
  throws(() => blockPathError(curves, [3, 1]), /must sum to the length 5, got 4/);
});
