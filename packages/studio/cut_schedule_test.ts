import { deepStrictEqual, throws } from "node:assert/strict";
import fc from "fast-check";
import { cutRange, moveCut } from "./cut_schedule.ts";

Deno.test("a cut moves between its neighbours and stops one token before them", () => {
  const sizes = [3, 4, 5];
  deepStrictEqual(cutRange(sizes, 0), { at: 3, least: 1, most: 6 });
  deepStrictEqual(cutRange(sizes, 1), { at: 7, least: 4, most: 11 });
  deepStrictEqual(moveCut(sizes, { cut: 0, to: 5 }), [5, 2, 5]);
  deepStrictEqual(moveCut(sizes, { cut: 0, to: -Infinity }), [1, 6, 5]);
  deepStrictEqual(moveCut(sizes, { cut: 1, to: 1e9 }), [3, 8, 1]);
  deepStrictEqual(moveCut(sizes, { cut: 1, to: 8.4 }), [3, 5, 4]);
});

Deno.test("moving a cut anywhere leaves sizes of the same sum and number, each at least 1", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2 }),
      fc.nat(),
      fc.double({ noNaN: true }),
      (sizes, pick, to) => {
        const moved = moveCut(sizes, { cut: pick % (sizes.length - 1), to });
        const sum = (all: readonly number[]): number =>
          all.reduce((total, size) => total + size, 0);
        return sum(moved) === sum(sizes) && moved.length === sizes.length &&
          moved.every((size) => Number.isInteger(size) && size >= 1);
      },
    ),
  );
});

Deno.test("cuts that there are none of are refused", () => {
  for (const cut of [-1, 2, 0.5, NaN]) {
    throws(() => cutRange([3, 4, 5], cut), /^RangeError: Cannot find a cut/);
  }
  throws(() => moveCut([3, 4], { cut: 0, to: NaN }), /^RangeError: Cannot move a cut/);
});
