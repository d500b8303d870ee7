import { deepStrictEqual, throws } from "node:assert/strict";
import { proposedPositions } from "@unmask/testing";
import { confidenceFactor } from "./confidence_factor.ts";

/** What is missing to certainty, surest first: 1/16, 1/8, 1/8, 1/4; times n + 1: 1/8, 3/8, 1/2, 5/4. */
const rows = [[0.75, 0.25], [0.0625, 0.9375], [0.875, 0.125], [0.125, 0.875]];

Deno.test("confidenceFactor() reveals the most n with (n + 1) (1 - c_n) below its factor, as by hand", () => {
  const revealed = (factor: number): number[] => proposedPositions(confidenceFactor(factor), rows);
  deepStrictEqual(revealed(2), [1, 2, 3, 0]);
  deepStrictEqual(revealed(1.25), [1, 2, 3]);
  deepStrictEqual(revealed(0.51), [1, 2, 3]);
  deepStrictEqual(revealed(0.5), [1, 2]);
  deepStrictEqual(revealed(0.375), [1]);
  deepStrictEqual(revealed(0.01), [1]);
});

Deno.test("confidenceFactor() stays below a factor that is attained but for rounding", () => {
  // 3 (1 - 0.9) = 0.3 exactly, and in doubles a little less or more.
  for (const most of [0.9, 1 - 0.1, 1 - (1 - 0.8 - 0.1)]) {
    const two = [[1, 0], [most, 0]];
    deepStrictEqual(proposedPositions(confidenceFactor(0.3), two), [0]);
    deepStrictEqual(proposedPositions(confidenceFactor(0.31), two), [0, 1]);
  }
});

Deno.test("confidenceFactor() refuses factors out of range", () => {
  for (const factor of [0, -1, NaN, Infinity]) {
    throws(() => confidenceFactor(factor), {
      name: "RangeError",
      message: `Cannot decode by confidence: factor must be positive and finite, got ${factor}`,
    });
  }
});
