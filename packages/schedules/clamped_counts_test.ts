import { deepStrictEqual, throws } from "node:assert/strict";
import { sizesFromCounts } from "./clamped_counts.ts";

Deno.test("sizesFromCounts() takes the differences of counts that rise", () => {
  const counts = [2, 3, 7];
  deepStrictEqual([...sizesFromCounts((t) => counts[t - 1]!, { length: 8, steps: 4 })], [
    2,
    1,
    4,
    1,
  ]);
});

Deno.test("sizesFromCounts() lifts counts that stall and leaves a token for each later step", () => {
  deepStrictEqual([...sizesFromCounts(() => 0, { length: 8, steps: 4 })], [1, 1, 1, 5]);
  deepStrictEqual([...sizesFromCounts(() => 8, { length: 8, steps: 4 })], [5, 1, 1, 1]);
  deepStrictEqual([...sizesFromCounts(() => Infinity, { length: 3, steps: 3 })], [1, 1, 1]);
});

Deno.test("sizesFromCounts() refuses a count that is no integer, and steps above the length", () => {
  for (const count of [1.5, NaN]) {
    throws(() => sizesFromCounts(() => count, { length: 8, steps: 4 }), RangeError);
  }
  throws(
    () => sizesFromCounts((t) => t, { length: 3, steps: 4 }),
    /steps must be at most the length 3, got 4/,
  );
});
