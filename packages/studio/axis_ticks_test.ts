import { deepStrictEqual } from "node:assert/strict";
import { linearTicks, logTicks } from "./axis_ticks.ts";

Deno.test("linear ticks are round and within the axis", () => {
  deepStrictEqual(linearTicks([0, 128], 8), [0, 20, 40, 60, 80, 100, 120]);
  deepStrictEqual(linearTicks([0.1, 0.3], 4), [0.1, 0.15, 0.2, 0.25, 0.3]);
  deepStrictEqual(linearTicks([0, 0.7], 4), [0, 0.2, 0.4, 0.6]);
  deepStrictEqual(linearTicks([2, 2], 4), [2]);
});

Deno.test("logarithmic ticks are powers of the base, evenly thinned", () => {
  deepStrictEqual(logTicks([1, 128], { base: 2, most: 9 }), [1, 2, 4, 8, 16, 32, 64, 128]);
  deepStrictEqual(logTicks([1, 128], { base: 2, most: 4 }), [1, 4, 16, 64]);
  deepStrictEqual(logTicks([0.001, 1000], { base: 10, most: 9 }), [
    0.001,
    0.01,
    0.1,
    1,
    10,
    100,
    1000,
  ]);
});
