import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import fc from "fast-check";
import { maskSizes } from "./mask_sizes.ts";
import { sizesFromTimeGrid, type TimeGrid, timeGrid, timeGridFromSizes } from "./time_grid.ts";

Deno.test("timeGrid() keeps the fractions, repeated ones too, and is not changed through its array", () => {
  const given = [0, 0.25, 0.25, 1];
  const grid = timeGrid(given);
  given[1] = 0.9;
  deepStrictEqual([...grid], [0, 0.25, 0.25, 1]);
  deepStrictEqual([...timeGrid([0, 1])], [0, 1]);
  throws(() => {
    (grid as unknown as number[])[1] = 0;
  }, TypeError);
});

Deno.test("timeGrid() refuses what is no grid, saying why", () => {
  const refusals: readonly [number[], string][] = [
    [[], "there must be at least two fractions, got 0"],
    [[1], "there must be at least two fractions, got 1"],
    [[0, 0.5], "it must go from 0 to 1, got 0 to 0.5"],
    [[0.1, 1], "it must go from 0 to 1, got 0.1 to 1"],
    [[1, 0], "it must go from 0 to 1, got 1 to 0"],
    [[0, 0.5, 0.4, 1], "fractions must not fall, got 0.4 after 0.5"],
    [[0, 1.5, 1], "fractions must not fall, got 1 after 1.5"],
    [[0, -0.5, 1], "fractions must not fall, got -0.5 after 0"],
    [[0, NaN, 1], "fractions must not fall, got NaN after 0"],
    [[0, NaN], "it must go from 0 to 1, got 0 to NaN"],
  ];
  for (const [fractions, message] of refusals) {
    throws(() => timeGrid(fractions), {
      name: "RangeError",
      message: `Cannot use a time grid: ${message}`,
    });
  }
});

Deno.test("a plain array is no TimeGrid to the compiler", () => {
  // @ts-expect-error: unproved numbers; `deno check` fails if this ever compiles
  const unproved: TimeGrid = [0, 2, 1];
  strictEqual(unproved.length, 3);
});

Deno.test("timeGridFromSizes() gives revealed counts over the length", () => {
  deepStrictEqual([...timeGridFromSizes(maskSizes([1, 2, 5]))], [0, 0.125, 0.375, 1]);
  deepStrictEqual([...timeGridFromSizes(maskSizes([7]))], [0, 1]);
});

Deno.test("sizesFromTimeGrid() undoes timeGridFromSizes()", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 60 }),
      (sizes) => {
        const proved = maskSizes(sizes);
        const length = sizes.reduce((sum, size) => sum + size);
        deepStrictEqual(sizesFromTimeGrid(timeGridFromSizes(proved), { length }), proved);
      },
    ),
    { seed: 51, numRuns: 300 },
  );
});

Deno.test("sizesFromTimeGrid() rounds to the nearest token and gives every step one", () => {
  // 10 t = 0.4, 3.5, 9.9
  deepStrictEqual([...sizesFromTimeGrid(timeGrid([0, 0.04, 0.35, 0.99, 1]), { length: 10 })], [
    1,
    3,
    5,
    1,
  ]);
  deepStrictEqual([...sizesFromTimeGrid(timeGrid([0, 0.5, 0.5, 1]), { length: 8 })], [4, 1, 3]);
  throws(
    () => sizesFromTimeGrid(timeGrid([0, 0.5, 0.5, 1]), { length: 2 }),
    /steps must be at most the length 2, got 3/,
  );
});
