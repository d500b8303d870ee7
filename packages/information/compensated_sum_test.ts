import { strictEqual } from "node:assert/strict";
import { compensatedSum } from "./compensated_sum.ts";

Deno.test("compensatedSum() keeps what a plain sum loses", () => {
  const tenths = new Array<number>(1000).fill(0.1);
  strictEqual(compensatedSum(tenths), 100);
  strictEqual(tenths.reduce((a, b) => a + b), 99.9999999999986); // the loss is a real one
  strictEqual(compensatedSum([1, 1e100, 1, -1e100]), 2);
  strictEqual(compensatedSum([1e100, 1, -1e100, 1]), 2);
});

Deno.test("compensatedSum() of no numbers is 0", () => {
  strictEqual(compensatedSum([]), 0);
});

Deno.test("compensatedSum() is infinite, not NaN, where the sum leaves the range of doubles", () => {
  strictEqual(compensatedSum([1e308, 1e308]), Infinity);
  strictEqual(compensatedSum([-1e308, -1e308]), -Infinity);
  strictEqual(compensatedSum([1, NaN, 1]), NaN);
});
