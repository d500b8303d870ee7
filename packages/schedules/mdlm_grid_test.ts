import { deepStrictEqual, notDeepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import fc from "fast-check";
import { type MaskSizes, maskSizes } from "./mask_sizes.ts";
import { mdlmGrid, sizesFromMdlmGrid } from "./mdlm_grid.ts";
import { fromMaskingOrder } from "./masking_order.ts";

/** Schedules up to 2^20 tokens, of a few sizes: singles, huge ones, and what lies between. */
const longSizes = fc.array(
  fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 2 ** 15 })),
  { minLength: 1, maxLength: 32 },
).map((sizes) => maskSizes(sizes));

/** All ones among a few larger sizes: the finest grids, here of 2^20 tokens. */
const finest = maskSizes([
  2 ** 19,
  ...new Array<number>(2 ** 18).fill(1),
  2 ** 17,
  ...new Array<number>(2 ** 17).fill(1),
]);

function lengthOf(sizes: MaskSizes): number {
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Whether reading what `write` makes of the grid gives the sizes back. */
function survives(sizes: MaskSizes, write: (time: number) => number = (time) => time): boolean {
  const grid = mdlmGrid(sizes).map(write);
  const read = sizesFromMdlmGrid(grid, { length: lengthOf(sizes) });
  return read.length === sizes.length && read.every((size, t) => size === sizes[t]);
}

Deno.test("mdlmGrid() is the masked fraction before each iteration, and 0 at the end", () => {
  deepStrictEqual(mdlmGrid(maskSizes([1, 1, 2])), [1, 0.75, 0.5, 0]);
  deepStrictEqual(mdlmGrid(maskSizes([5])), [1, 0]);
  deepStrictEqual(mdlmGrid(maskSizes([2, 1])), [1, 1 / 3, 0]);
});

Deno.test("the sampler's chances along the grid reveal the sizes in expectation", () => {
  const sizes = maskSizes([3, 1, 6, 2]);
  const grid = mdlmGrid(sizes);
  // Each masked token is revealed with probability (t - s) / t, whatever the others do.
  let masked = 12;
  for (const [j, size] of sizes.entries()) {
    const revealed = masked * (grid[j]! - grid[j + 1]!) / grid[j]!;
    ok(Math.abs(revealed - size) <= 1e-14 * 12);
    masked -= revealed;
  }
  strictEqual(masked, 0);
});

Deno.test("round((t_j - t_{j+1}) L) gives the sizes, which is all that another program needs", () => {
  for (const sizes of [maskSizes([7, 7, 7, 8, 8, 9, 9, 9]), finest]) {
    const grid = mdlmGrid(sizes);
    const length = lengthOf(sizes);
    ok(sizes.every((size, j) => Math.round((grid[j]! - grid[j + 1]!) * length) === size));
  }
});

Deno.test("sizesFromMdlmGrid() undoes mdlmGrid() up to 2^20 tokens, also in JSON", () => {
  fc.assert(
    fc.property(longSizes, (sizes) => {
      ok(lengthOf(sizes) <= 2 ** 20);
      return survives(sizes) && survives(sizes, (time) => JSON.parse(JSON.stringify(time)));
    }),
    { seed: 12, numRuns: 300 },
  );
  ok(survives(finest));
});

Deno.test("a grid in single precision is read up to 2^20 tokens, one of six decimals up to 2^16", () => {
  ok(survives(finest, Math.fround));
  const short = maskSizes([...new Array<number>(2 ** 15).fill(1), 2 ** 14, 1, 2 ** 14 - 1]);
  strictEqual(lengthOf(short), 2 ** 16);
  ok(survives(short, (time) => Number(time.toFixed(6))));
  // Four decimals are a tenth of a token here: what they mean is no longer clear.
  throws(() => survives(maskSizes([333, 691]), (time) => Number(time.toFixed(4))), RangeError);
});

Deno.test("a grid that ascends, as revealed fractions do, is another schedule or none", () => {
  const sizes = maskSizes([1, 2, 5]);
  const revealed = mdlmGrid(sizes).map((time) => 1 - time);
  throws(() => sizesFromMdlmGrid(revealed, { length: 8 }), /must start at 1/);
  // Turned round it is a grid, of the sizes in order of masking: a mistake that shows.
  const turned = sizesFromMdlmGrid(revealed.toReversed(), { length: 8 });
  deepStrictEqual(turned, fromMaskingOrder(sizes));
  notDeepStrictEqual(turned, sizes);
});

Deno.test("sizesFromMdlmGrid() refuses what is no grid of sizes, saying why", () => {
  const refusals: readonly [number[], number, RegExp][] = [
    [[1, 0], 0, /length must be an integer of at least 1, got 0$/],
    [[1, 0], 2.5, /length must be an integer of at least 1, got 2\.5$/],
    [[1, 0], NaN, /length must be an integer of at least 1, got NaN$/],
    [[], 4, /at least 2 times, got 0$/],
    [[1], 4, /at least 2 times, got 1$/],
    [[0.5, 0], 4, /must start at 1, all tokens masked, got 0\.5$/],
    [[NaN, 0], 4, /must start at 1, .* got NaN$/],
    [[1, 0.5, 1e-5], 4, /must end at 0, no token masked, got 0\.00001$/],
    [[1, 0.5, NaN], 4, /must end at 0, no token masked, got NaN$/],
    [[1, 0.5, 0.5, 0], 4, /must decrease, got 0\.5 after 0\.5 at \[2\]$/],
    [[1, 0.25, 0.5, 0], 4, /must decrease, got 0\.5 after 0\.25 at \[2\]$/],
    [[1, NaN, 0], 4, /must decrease, got NaN after 1 at \[1\]$/],
    [[1, Infinity, 0], 4, /must decrease, got Infinity after 1/],
    [[1, -1, 0], 4, /must decrease, got 0 after -1 at \[2\]$/],
    [[1, 0.3, 0], 4, /masked tokens over the length 4, got 0\.3 at \[1\]: 1\.2 tokens$/],
    [[1, 2 / 3, 1 / 3, 0], 4, /over the length 4, got 0\.666\d* at \[1\]: 2\.66667 tokens$/],
    [[1, 1 - 1e-7, 0], 4, /reveal at least one token in every step, got 0\.9999999 at \[1\]$/],
    [[1, 0.75, 0.75 - 1e-7, 0], 4, /at least one token in every step, .* at \[2\]$/],
    [[1, 1e-7, 0], 4, /at least one token in every step, got 0 at \[2\]$/],
  ];
  for (const [grid, length, message] of refusals) {
    throws(() => sizesFromMdlmGrid(grid, { length }), { name: "RangeError", message });
  }
});
