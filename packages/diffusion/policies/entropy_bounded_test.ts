import { deepStrictEqual, throws } from "node:assert/strict";
import { proposedPositions } from "@unmask/testing";
import { entropyBounded } from "./entropy_bounded.ts";

/** Entropies ln 2, 0, 2 ln 2, ln 2, 0: in ascending order positions 1, 4, 0, 3, 2. */
const rows = [
  [0.5, 0.5, 0, 0],
  [1, 0, 0, 0],
  [0.25, 0.25, 0.25, 0.25],
  [0, 0, 0.5, 0.5],
  [0, 1, 0, 0],
];

Deno.test("entropyBounded() reveals the most tokens with sum H - max H <= gamma, as by hand", () => {
  const revealed = (gamma: number): number[] => proposedPositions(entropyBounded(gamma), rows);
  deepStrictEqual(revealed(0), [1, 4, 0]);
  deepStrictEqual(revealed(0.69), [1, 4, 0]);
  deepStrictEqual(revealed(Math.LN2), [1, 4, 0, 3]);
  deepStrictEqual(revealed(1.38), [1, 4, 0, 3]);
  deepStrictEqual(revealed(2 * Math.LN2), [1, 4, 0, 3, 2]);
});

Deno.test("entropyBounded() attains a bound that rounding would miss to either side", () => {
  const third = 1 / 3;
  const even = [[third, third, third], [third, third, 1 - 2 * third], [
    1 - 2 * third,
    third,
    third,
  ]];
  for (const gamma of [2 * Math.log(3), Math.log(9), Math.log(3) + Math.log(3)]) {
    deepStrictEqual(proposedPositions(entropyBounded(gamma), even), [0, 1, 2]);
  }
  deepStrictEqual(proposedPositions(entropyBounded(2 * Math.log(3) - 1e-9), even), [0, 1]);
});

Deno.test("entropyBounded(0) adds up uncertainties far below the steps in which it ranks", () => {
  // Each has an entropy of 3e-14 nats, which a step of 2^-40 would round to none.
  const rare = 1e-15;
  const near = [[1 - rare, rare], [1 - rare, rare], [rare, 1 - rare]];
  deepStrictEqual(proposedPositions(entropyBounded(0), near), [0]);
  deepStrictEqual(proposedPositions(entropyBounded(1e-12), near), [0, 1, 2]);
});

Deno.test("entropyBounded() refuses gamma out of range", () => {
  for (const gamma of [-1e-9, NaN, Infinity]) {
    throws(() => entropyBounded(gamma), {
      name: "RangeError",
      message: `Cannot bound entropies: gamma must be finite and at least 0, got ${gamma}`,
    });
  }
});
