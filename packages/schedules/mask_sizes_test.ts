import { deepStrictEqual, notStrictEqual, strictEqual, throws } from "node:assert/strict";
import {
  type MaskSizes,
  maskSizes,
  maximumSize,
  revealedCounts,
  sequenceLength,
} from "./mask_sizes.ts";

Deno.test("maskSizes() keeps the sizes and their order", () => {
  deepStrictEqual([...maskSizes([3, 1, 4], { length: 8 })], [3, 1, 4]);
  deepStrictEqual([...maskSizes([1])], [1]);
});

Deno.test("maskSizes() is not changed through the array it was made from, nor through itself", () => {
  const given = [2, 2];
  const sizes = maskSizes(given);
  notStrictEqual(sizes as readonly number[], given);
  given[0] = 0;
  deepStrictEqual([...sizes], [2, 2]);
  throws(() => {
    (sizes as unknown as number[])[0] = 0;
  }, TypeError);
});

Deno.test("the sums of mask sizes are those of a hand", () => {
  const sizes = maskSizes([3, 1, 4]);
  strictEqual(sequenceLength(sizes), 8);
  strictEqual(maximumSize(sizes), 4);
  deepStrictEqual(revealedCounts(sizes), [0, 3, 4]);
  deepStrictEqual(revealedCounts(maskSizes([5])), [0]);
});

Deno.test("a plain array is no MaskSizes to the compiler", () => {
  // @ts-expect-error: unproved numbers; `deno check` fails if this ever compiles
  const unproved: MaskSizes = [3, 0, 5];
  strictEqual(unproved.length, 3);
});

Deno.test("maskSizes() refuses what is no schedule, saying why", () => {
  const least = "every size must be an integer of at least 1";
  const refusals: readonly [number[], number | undefined, string][] = [
    [[3, 0, 5], undefined, `Cannot use mask sizes 3,0,5: ${least}, got 0`],
    [[3, -1], undefined, `Cannot use mask sizes 3,-1: ${least}, got -1`],
    [[1.5, 2], undefined, `Cannot use mask sizes 1.5,2: ${least}, got 1.5`],
    [[NaN], undefined, `Cannot use mask sizes NaN: ${least}, got NaN`],
    [[Infinity], undefined, `Cannot use mask sizes Infinity: ${least}, got Infinity`],
    [[], undefined, "Cannot use mask sizes: there must be at least one size, got none"],
    [[], 0, "Cannot use mask sizes: there must be at least one size, got none"],
    [[3, 3], 8, "Cannot use mask sizes 3,3: sizes must sum to the length 8, got 6"],
    [[3, 6], 8, "Cannot use mask sizes 3,6: sizes must sum to the length 8, got 9"],
    [[3], NaN, "Cannot use mask sizes 3: sizes must sum to the length NaN, got 3"],
    [
      [2 ** 53 - 1, 1],
      undefined,
      "Cannot use mask sizes 9007199254740991,1: sizes must sum to at most 2^53 - 1, got 9007199254740992",
    ],
  ];
  for (const [sizes, length, message] of refusals) {
    throws(() => maskSizes(sizes, length === undefined ? {} : { length }), {
      name: "RangeError",
      message,
    });
  }
});

Deno.test("maskSizes() shortens a long list in its message", () => {
  throws(() => maskSizes([...new Array<number>(999).fill(1), 0]), {
    name: "RangeError",
    message:
      "Cannot use mask sizes 1,1,1,1,1,1,1,1,..,1,1,1,0 (1000 sizes): every size must be an integer of at least 1, got 0",
  });
});
