import { deepStrictEqual, throws } from "node:assert/strict";
import { proposedPositions } from "@unmask/testing";
import { entropySum } from "./entropy_sum.ts";

/** Entropies ln 2, 0, 2 ln 2, ln 2: in ascending order positions 1, 0, 3, 2. */
const rows = [[0.5, 0.5, 0, 0], [1, 0, 0, 0], [0.25, 0.25, 0.25, 0.25], [0, 0, 0.5, 0.5]];

Deno.test("entropySum() reveals tokens up to its threshold, exactly so included, and at least one", () => {
  const revealed = (threshold: number): number[] => proposedPositions(entropySum(threshold), rows);
  deepStrictEqual(revealed(0), [1]);
  deepStrictEqual(revealed(0.69), [1]);
  deepStrictEqual(revealed(Math.LN2), [1, 0]);
  deepStrictEqual(revealed(Math.log(4)), [1, 0, 3]);
  deepStrictEqual(revealed(4 * Math.LN2), [1, 0, 3, 2]);
  deepStrictEqual(proposedPositions(entropySum(0), rows.slice(2)), [1]);
});

Deno.test("entropySum() refuses thresholds out of range", () => {
  for (const threshold of [-1e-9, NaN, Infinity]) {
    throws(() => entropySum(threshold), {
      name: "RangeError",
      message: `Cannot bound entropies: threshold must be finite and at least 0, got ${threshold}`,
    });
  }
});
