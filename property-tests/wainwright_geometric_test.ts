import assert from "node:assert/strict";
import { wainwrightGeometric } from "@unmask/convergence";
import { curveFromTokenMutualInformation } from "@unmask/information";
import { geometricGridSchedule, maskSizes, uniform } from "@unmask/schedules";
import { arbitraryCurve, testTheorem } from "@unmask/testing";
import fc from "fast-check";
import { assertAtMost, errorOf } from "./law_or_curve.ts";
import { regressions } from "./regressions.ts";

/** A curve and how many times finer than the coarsest grid its grid is. */
interface Grid {
  readonly z: readonly number[];
  readonly resolution: number;
}

const grids = fc.integer({ min: 3, max: 40 }).chain((length) =>
  fc.record({
    z: arbitraryCurve(length),
    resolution: fc.oneof(
      fc.integer({ min: Math.max(1, Math.ceil(span(length))), max: 4 * length }),
      // The least resolution is Lam itself, which another way to compute it may round above this one.
      fc.double({ min: Math.max(0.5, (1 + 1e-12) * span(length)), max: 4 * length, noNaN: true }),
    ),
  })
);

/** `Lam = log(psi((L-1)/L) / psi(2/L))`, with `psi(t) = t / (1 - t)`. */
function span(length: number): number {
  const odds = (t: number): number => t / (1 - t);
  // At L = 3 both are psi(2/3), and the quotient may round below 1.
  return Math.max(0, Math.log(odds((length - 1) / length) / odds(2 / length)));
}

/** `sum_{j=2}^{L-2} (j/L)(1 - j/L)(h_j - h_{j-1})`, `h_j = L Z_{j+1}`. */
function cardinality(
  z: readonly number[],
  options: { shift?: number; weight?: (t: number) => number } = {},
): number {
  const { shift = 0, weight = (t) => t * (1 - t) } = options;
  const length = z.length;
  const h = (j: number): number => length * z[Math.max(0, j - shift)]!;
  let sum = 0;
  for (let j = 2; j <= length - 2; j++) sum += weight(j / length) * (h(j) - h(j - 1));
  return sum;
}

testTheorem<Grid>({
  name: "the geometric grid has path error at most (2 Lam / N) Hcard(1, L-1)",
  arbitrary: grids,
  regressions,
  statement: ({ z, resolution }) => {
    const length = z.length;
    const sizes = geometricGridSchedule({ length, resolution });
    const bound = 2 * span(length) / resolution * cardinality(z);
    assertAtMost(errorOf(z, sizes), bound);
    if (!Number.isInteger(resolution)) return;
    // Of all whole resolutions with these sizes the bound takes the largest, which promises most.
    assert.ok(wainwrightGeometric.applies(maskSizes(sizes)));
    const curve = curveFromTokenMutualInformation(z[length - 1]!, z);
    const evaluated = wainwrightGeometric.evaluate(curve, maskSizes(sizes));
    assertAtMost(errorOf(z, sizes), evaluated);
    assertAtMost(evaluated, bound);
  },
  mutants: {
    "a quarter of the factor": (grid) => assertBound(grid, { factor: 1 / 4 }),
    "the square of N": (grid) => assertBound(grid, { factor: 1 / grid.resolution }),
    "a curve shifted by one": (grid) => assertBound(grid, { shift: 1 }),
    "t^2 for t (1 - t)": (grid) => assertBound(grid, { weight: (t) => t * t }),
    "the balanced schedule of as many steps": (grid) => assertBound(grid, { balanced: true }),
  },
});

function assertBound(
  { z, resolution }: Grid,
  options: {
    factor?: number;
    shift?: number;
    weight?: (t: number) => number;
    balanced?: boolean;
  },
): void {
  const { factor = 1, balanced = false, ...functional } = options;
  const length = z.length;
  const grid = geometricGridSchedule({ length, resolution });
  const sizes = balanced ? uniform.sizes({ length, steps: grid.length }) : grid;
  const bound = factor * 2 * span(length) / resolution * cardinality(z, functional);
  assertAtMost(errorOf(z, sizes), bound);
}
