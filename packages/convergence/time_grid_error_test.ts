import { ok, strictEqual, throws } from "node:assert/strict";
import {
  curveFromConditionalEntropies,
  curveFromTokenMutualInformation,
  curveMeasures,
  type InformationCurve,
} from "@unmask/information";
import { arbitraryCurveCase, arbitraryTimeGrid, assertClose } from "@unmask/testing";
import fc from "fast-check";
import { stepCurve } from "./step_curve.ts";
import { timeGridError } from "./time_grid_error.ts";

/** `0, 1/T, .., 1`. */
function equalSteps(steps: number): number[] {
  return Array.from({ length: steps + 1 }, (_, j) => j / steps);
}

/** A curve whose only increment is `Z_{k+1} - Z_k = 1`. */
function unitStep(length: number, k: number): InformationCurve {
  const z = new Float64Array(length).fill(1, k);
  return curveFromTokenMutualInformation(1, z);
}

Deno.test("timeGridError() of tied pairs is P ln 2 times the chance of one step, P ln 2 / T if equal", () => {
  for (const pairs of [1, 2, 16, 17, 500, 2 ** 15]) {
    // A token's partner is among k of the 2P - 1 others: Z_{k+1} = ln 2 k / (2P - 1).
    const length = 2 * pairs;
    const z = Float64Array.from({ length }, (_, k) => Math.LN2 * k / (length - 1));
    const curve = curveFromTokenMutualInformation(Math.LN2, z);
    for (const steps of [1, 2, 3, 64]) {
      const expected = pairs * Math.LN2 / steps;
      assertClose(timeGridError(curve, equalSteps(steps)), expected, { relative: 1e-11 });
      throws(() =>
        assertClose(timeGridError(curve, equalSteps(steps + 1)), expected, { relative: 1e-2 })
      );
    }
    const uneven = [0, 0.1, 0.1, 0.7, 1];
    assertClose(timeGridError(curve, uneven), pairs * Math.LN2 * (0.01 + 0.36 + 0.09), {
      relative: 1e-11,
    });
  }
});

/**
 * `E (N' - k)^+` less what the step would give if it were serial, for the step curve 1[j > k], by
 * tails of binomials in 60 digits (mpmath 1.3.0). Grids of fractions that are doubles.
 */
const references: readonly [length: number, k: number, grid: number[], error: number][] = [
  [33, 5, equalSteps(4).filter((t) => t !== 0.75), 3.8256576926151342287],
  [100, 1, [0, 0.125, 1], 11.500158783474970579],
  [1000, 400, [0, 0.3125, 0.5, 0.75, 1], 99.999999526672578992],
  [1000, 999, [0, 0.5, 0.875, 1], 1],
  [4096, 2048, equalSteps(64), 32],
  [2 ** 16, 2 ** 15, equalSteps(4), 8192],
  [2 ** 16, 100, equalSteps(1024), 28.289081227562711082],
  [2 ** 20, 2 ** 19, [0, 0.5 - 2 ** -14, 0.5, 0.5 + 2 ** -14, 1], 236041.21815988470567],
  [2 ** 20, 3, [0, 2 ** -19, 2 ** -17, 0.5, 1], 7213.9043932845748273],
];

Deno.test("timeGridError() of codes of up to a million tokens is that of 60 digits", () => {
  for (const [length, k, grid, expected] of references) {
    // Weights by recurrence over thousands of terms lose three digits.
    assertClose(timeGridError(unitStep(length, k), grid), expected, { relative: 1e-12 });
  }
});

Deno.test("timeGridError() of copies and of parity has its closed form", () => {
  for (const length of [2, 3, 10, 32, 33, 200, 5000]) {
    for (const grid of [equalSteps(2), equalSteps(7), [0, 0.03, 0.9, 0.999, 1]]) {
      let [copies, parity] = [0, 0];
      for (let j = 0; j + 1 < grid.length; j++) {
        const [s, t] = [grid[j]!, grid[j + 1]!];
        // Nothing revealed before, all but one of the step's tokens are wrong.
        copies += length * (t - s) * (1 - s) ** (length - 1) - (1 - s) ** length +
          (1 - t) ** length;
        // The last token and at least one more in this step.
        parity += t ** length - s ** length - length * s ** (length - 1) * (t - s);
      }
      // The closed forms are differences of numbers up to L.
      const tolerance = { absolute: 1e-14 * length, relative: 1e-12 };
      assertClose(timeGridError(unitStep(length, 1), grid), copies, tolerance);
      assertClose(timeGridError(unitStep(length, length - 1), grid), parity, tolerance);
    }
  }
});

/** `sum_N P(N) sum_S P(S) sum_{j <= S} (Z_{N+j} - Z_{N+1})`: the random sizes of each step, enumerated. */
function errorOfRandomSizes(z: readonly number[], grid: readonly number[]): number {
  const length = z.length;
  const mass = (n: number, j: number, p: number): number => {
    let value = 1;
    for (let i = 1; i <= j; i++) value *= (n - j + i) / i * p;
    return value * (1 - p) ** (n - j);
  };
  let error = 0;
  for (let step = 0; step + 1 < grid.length; step++) {
    const [s, t] = [grid[step]!, grid[step + 1]!];
    if (s === 1) continue;
    for (let n = 0; n < length; n++) {
      for (let size = 2; size <= length - n; size++) {
        let area = 0;
        for (let j = 1; j <= size; j++) area += z[n + j - 1]! - z[n]!;
        error += mass(length, n, s) * mass(length - n, size, (t - s) / (1 - s)) * area;
      }
    }
  }
  return error;
}

Deno.test("timeGridError() is the mean over the random sizes, and TC - sum (t_{j+1} - t_j) h(t_j)", () => {
  fc.assert(
    fc.property(
      arbitraryCurveCase({ most: 44 }),
      arbitraryTimeGrid({ steps: 8 }),
      ({ tokenMutualInformation: z }, grid) => {
        const curve = curveFromTokenMutualInformation(6, z);
        const error = timeGridError(curve, grid);
        // Some 10^4 positive terms, each by up to 100 products.
        const tolerance = { relative: 1e-12, absolute: 1e-15 };
        assertClose(error, errorOfRandomSizes(z, grid), tolerance);
        ok(error >= 0 && error <= curveMeasures(curve).totalCorrelation * (1 + 1e-12));
      },
    ),
    { seed: 61, numRuns: 150 },
  );
});

Deno.test("timeGridError() falls with a point added, and a repeated point changes nothing", () => {
  fc.assert(
    fc.property(
      arbitraryCurveCase({ most: 60 }),
      arbitraryTimeGrid({ steps: 5 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      ({ tokenMutualInformation }, grid, point) => {
        const curve = curveFromTokenMutualInformation(6, tokenMutualInformation);
        const error = timeGridError(curve, grid);
        const finer = [...grid, point].sort((a, b) => a - b);
        ok(timeGridError(curve, finer) <= error * (1 + 1e-12) + 1e-15);
        strictEqual(timeGridError(curve, [...grid, 1]), error);
      },
    ),
    { seed: 62, numRuns: 150 },
  );
});

Deno.test("timeGridError() keeps the digits that TC less a Riemann sum loses", () => {
  // 2^14 equal steps of tied pairs, L = 16: the error is 6e-5 of TC, and the curve is 1e-30 high.
  const z = Float64Array.from({ length: 16 }, (_, k) => 1e-30 * k);
  const curve = curveFromTokenMutualInformation(1, z);
  // sum of L (L-1) d w^2 / 2 over 2^14 steps w = 2^-14
  assertClose(timeGridError(curve, equalSteps(2 ** 14)), 120e-30 * 2 ** -14, { relative: 1e-13 });
});

Deno.test("timeGridError() is TC for one step, and 0 for independent tokens or a single one", () => {
  for (const length of [2, 31, 32, 33, 1000]) {
    const curve = stepCurve({ length, dimension: Math.ceil(length / 3) });
    assertClose(timeGridError(curve, [0, 1]), curveMeasures(curve).totalCorrelation, {
      relative: 1e-13,
    });
  }
  strictEqual(timeGridError(curveFromConditionalEntropies([2, 2, 2]), [0, 0.4, 1]), 0);
  strictEqual(timeGridError(curveFromConditionalEntropies([2]), [0, 0.4, 1]), 0);
});

Deno.test("timeGridError() refuses fractions that are no grid", () => {
  const curve = curveFromConditionalEntropies([2, 1]);
  throws(() => timeGridError(curve, [0, 0.5]), /Cannot use a time grid: it must go from 0 to 1/);
  throws(() => timeGridError(curve, [0, NaN, 1]), /fractions must not fall, got NaN after 0/);
});
