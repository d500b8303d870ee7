import assert from "node:assert/strict";
import { drawNormals, streamFamily } from "@unmask/random";
import { bootstrapInterval } from "./bootstrap_interval.ts";

Deno.test("bootstrapInterval() of one value is that value, of equal ones theirs", () => {
  assert.deepEqual(bootstrapInterval([3]), [3, 3]);
  assert.deepEqual(bootstrapInterval([2, 2, 2]), [2, 2]);
});

Deno.test("bootstrapInterval() of five values reaches from the lowest to the highest", () => {
  // All five draws have a median at an end in 5.8% of cases, more than the 2.5% left out.
  assert.deepEqual(bootstrapInterval([5, 1, 4, 2, 3]), [1, 5]);
});

Deno.test("bootstrapInterval() of fifteen values holds the median of their law in 90 of 100 cases", () => {
  const stream = streamFamily({ seed: 3, cell: "bootstrap", purpose: "times" }).at(0);
  let held = 0;
  for (let i = 0; i < 200; i++) {
    const [low, high] = bootstrapInterval([...drawNormals(15, stream)]);
    if (low <= 0 && 0 <= high) held++;
  }
  // 95% asked; percentile intervals of a median fall short by a few. 180 of 200 at 95% is a false alarm
  // in a thousand.
  assert.ok(held >= 180, `${held}`);
});

Deno.test("bootstrapInterval() refuses no values", () => {
  assert.throws(() => bootstrapInterval([]), /there must be a value/);
});
