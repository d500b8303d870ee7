import { deepStrictEqual, throws } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { estimateMean } from "./estimate.ts";

Deno.test("estimateMean() is that of a hand", () => {
  // Mean 3; squares of deviations 4 + 1 + 0 + 1 + 4 = 10; 10 / 4 / 5 = 1/2.
  const { mean, standardError, draws } = estimateMean(Float64Array.of(1, 2, 3, 4, 5));
  deepStrictEqual({ mean, draws }, { mean: 3, draws: 5 });
  assertClose(standardError, Math.SQRT1_2, { relative: 1e-15 });
});

Deno.test("estimateMean() of equal draws has a standard error of 0", () => {
  deepStrictEqual(estimateMean(Float64Array.of(7, 7)), { mean: 7, standardError: 0, draws: 2 });
});

Deno.test("estimateMean() keeps the spread of draws far from 0", () => {
  // The same deviations as 1, 2, 3 about a mean of 1e9: sqrt(2 / 2 / 3).
  const { standardError } = estimateMean(Float64Array.of(1e9 + 1, 1e9 + 2, 1e9 + 3));
  assertClose(standardError, Math.sqrt(1 / 3), { relative: 1e-12 });
});

Deno.test("estimateMean() is infinite when a draw is, standard error included", () => {
  deepStrictEqual(estimateMean(Float64Array.of(1, Infinity, 2)), {
    mean: Infinity,
    standardError: Infinity,
    draws: 3,
  });
});

Deno.test("estimateMean() refuses draws that have no mean or no spread, saying why", () => {
  const refusals: readonly [number[], string][] = [
    [[], "draws must be at least 2, got 0"],
    [[1], "draws must be at least 2, got 1"],
    [[1, NaN], "draws must have a mean, got NaN at draw 1"],
    [[-Infinity, Infinity], "draws must have a mean, got Infinity at draw 1"],
  ];
  for (const [draws, rule] of refusals) {
    throws(() => estimateMean(Float64Array.from(draws)), {
      name: "RangeError",
      message: `Cannot estimate a mean: ${rule}`,
    });
  }
});
