import { strictEqual } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { binomialMean } from "./binomial_mean.ts";

function indices(trials: number, g: (j: number) => number): Float64Array {
  return Float64Array.from({ length: trials + 1 }, (_, j) => g(j));
}

Deno.test("binomialMean() has the moments of a binomial, to a million trials", () => {
  for (const trials of [0, 1, 2, 17, 1000, 2 ** 20]) {
    for (const chance of [1e-9, 0.001, 0.3, 0.5, 0.999, 1 - 1e-9]) {
      const mean = trials * chance;
      const options = { trials, chance };
      // The recurrence takes sqrt(trials) products on each side.
      const tolerance = { relative: 1e-12 };
      assertClose(binomialMean(indices(trials, () => 1), options), 1, tolerance);
      assertClose(binomialMean(indices(trials, (j) => j), options), mean, tolerance);
      // Far below one token on average, the weights left out would count in a second moment.
      if (chance < 0.001) continue;
      assertClose(
        binomialMean(indices(trials, (j) => j * (j - 1)), options),
        trials * (trials - 1) * chance ** 2,
        tolerance,
      );
    }
  }
});

Deno.test("binomialMean() of two trials is that of a hand, from an offset too", () => {
  // (9 x 1 + 6 x 10 + 1 x 100) / 16
  const tolerance = { relative: 1e-15 };
  const values = Float64Array.of(1, 10, 100);
  assertClose(binomialMean(values, { trials: 2, chance: 0.25 }), 169 / 16, tolerance);
  const shifted = Float64Array.of(7, 7, 1, 10, 100);
  assertClose(binomialMean(shifted, { trials: 2, chance: 0.25, offset: 2 }), 169 / 16, tolerance);
});

Deno.test("binomialMean() is the first value at chance 0 and the last at 1", () => {
  const values = Float64Array.of(3, 4, 5);
  strictEqual(binomialMean(values, { trials: 2, chance: 0 }), 3);
  strictEqual(binomialMean(values, { trials: 2, chance: 1 }), 5);
});

Deno.test("binomialMean() at an index of small mass is that mass", () => {
  // Binomial(1000, 1/2) at 400: 50 digits by mpmath 1.3.0, binomial(1000, 400) / 2^1000
  assertClose(
    binomialMean(indices(1000, (j) => j === 400 ? 1 : 0), { trials: 1000, chance: 0.5 }),
    4.6339080740497338988e-11,
    { relative: 1e-12 },
  );
});
