import { deepStrictEqual, throws } from "node:assert/strict";
import { proposedPositions } from "@unmask/testing";
import { confidenceThreshold } from "./confidence_threshold.ts";

const rows = [[0.3, 0.7], [0.9, 0.1], [0.95, 0.05], [0.1, 0.9], [0.5, 0.5]];

Deno.test("confidenceThreshold() reveals what reaches its threshold, exactly so included", () => {
  deepStrictEqual(proposedPositions(confidenceThreshold(0.9), rows), [2, 1, 3]);
  deepStrictEqual(proposedPositions(confidenceThreshold(0.7), rows), [2, 1, 3, 0]);
  deepStrictEqual(proposedPositions(confidenceThreshold(0.91), rows), [2]);
  deepStrictEqual(proposedPositions(confidenceThreshold(0.5), rows), [2, 1, 3, 0, 4]);
});

Deno.test("confidenceThreshold() attains every decimal threshold in spite of rounding", () => {
  for (let percent = 50; percent <= 100; percent++) {
    const most = percent / 100;
    // Three ways to round one number, and one that is less.
    const near = [
      [most, 1 - most],
      [1 - (100 - percent) / 100, 0],
      [percent * 0.01, 0],
      [most - 1e-9, 0],
    ];
    deepStrictEqual(proposedPositions(confidenceThreshold(most), near), [0, 1, 2]);
  }
});

Deno.test("confidenceThreshold() reveals the surest, on the left among ties, where none reaches it", () => {
  deepStrictEqual(proposedPositions(confidenceThreshold(0.99), rows), [2]);
  deepStrictEqual(proposedPositions(confidenceThreshold(1), [[0.2, 0.8], [0.8, 0.2]]), [0]);
});

Deno.test("confidenceThreshold(1) takes certain tokens, whatever nearly certain ones are beside them", () => {
  const near = [[1 - 1e-13, 1e-13], [1, 0], [1e-15, 1 - 1e-15], [0, 1]];
  deepStrictEqual(proposedPositions(confidenceThreshold(1), near), [1, 3]);
});

Deno.test("confidenceThreshold() refuses thresholds out of range", () => {
  for (const threshold of [0, -0.5, 1.01, NaN, Infinity]) {
    throws(() => confidenceThreshold(threshold), {
      name: "RangeError",
      message:
        `Cannot decode by confidence: threshold must be above 0 and at most 1, got ${threshold}`,
    });
  }
});
