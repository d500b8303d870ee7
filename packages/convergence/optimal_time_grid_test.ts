import { ok, strictEqual, throws } from "node:assert/strict";
import {
  curveFromConditionalEntropies,
  curveFromTokenMutualInformation,
  type InformationCurve,
} from "@unmask/information";
import { timeGridFromSizes } from "@unmask/schedules";
import { arbitraryCurve, arbitraryTimeGrid, assertClose } from "@unmask/testing";
import fc from "fast-check";
import { optimalSchedule } from "./optimal_schedule.ts";
import { optimalTimeGrid } from "./optimal_time_grid.ts";
import { stepCurve } from "./step_curve.ts";
import { timeGridError } from "./time_grid_error.ts";

const arbitraryCurves = fc.integer({ min: 1, max: 16 }).chain(arbitraryCurve).map((z) =>
  curveFromTokenMutualInformation(6, z)
);

/** `Z = v^2` on 64 tokens. */
const square: InformationCurve = curveFromTokenMutualInformation(
  1,
  Float64Array.from({ length: 64 }, (_, j) => (j / 63) ** 2),
);

Deno.test("optimalTimeGrid() takes equal steps on a straight curve", () => {
  const length = 10;
  const curve = curveFromTokenMutualInformation(9, Float64Array.from({ length }, (_, j) => j));
  for (const steps of [1, 2, 3, 7, 20]) {
    const { grid, pathError } = optimalTimeGrid(curve, { steps });
    strictEqual(grid.length, steps + 1);
    // L (L - 1) d / 2 over T; the search stops at steps of 4^-8 / 4096.
    assertClose(pathError, 45 / steps, { relative: 1e-12 });
    grid.forEach((t, j) => assertClose(t, j / steps, { absolute: 1e-7 }));
  }
});

Deno.test("optimalTimeGrid() in two steps finds the best point of a scan, for copies and parity", () => {
  for (const length of [2, 5, 30]) {
    for (const dimension of [1, length - 1]) {
      const curve = stepCurve({ length, dimension });
      let least = Infinity;
      for (let i = 0; i <= 20000; i++) {
        least = Math.min(least, timeGridError(curve, [0, i / 20000, 1]));
      }
      const { pathError } = optimalTimeGrid(curve, { steps: 2 });
      ok(pathError <= least + 1e-12, `${pathError} ${least}`);
      // The scan is off by at most L^2 / 2 of its spacing squared.
      ok(pathError >= least - length ** 2 * 5e-5 ** 2, `${pathError} ${least}`);
    }
  }
});

Deno.test("optimalTimeGrid() is not beaten by a random grid, nor by a move of any of its points", () => {
  fc.assert(
    fc.property(arbitraryCurves, arbitraryTimeGrid({ steps: 4 }), (curve, other) => {
      const steps = other.length - 1;
      const { grid, pathError } = optimalTimeGrid(curve, { steps });
      ok(pathError <= timeGridError(curve, other) + 1e-12);
      for (let j = 1; j < steps; j++) {
        for (const move of [-1e-3, 1e-3]) {
          const t = grid[j]! + move;
          if (t < grid[j - 1]! || t > grid[j + 1]!) continue;
          ok(pathError <= timeGridError(curve, grid.with(j, t)) + 1e-12);
        }
      }
    }),
    { seed: 71, numRuns: 40 },
  );
});

Deno.test("no time grid beats the optimal sizes of as many steps: its sizes are random", () => {
  fc.assert(
    fc.property(arbitraryCurves, arbitraryTimeGrid({ steps: 8 }), (curve, grid) => {
      const steps = Math.min(curve.length, grid.length - 1);
      ok(timeGridError(curve, grid) >= optimalSchedule(curve, { steps }).pathError - 1e-12);
    }),
    { seed: 72, numRuns: 200 },
  );
});

Deno.test("optimalTimeGrid() beats the grid of the optimal sizes, and not the sizes", () => {
  for (const steps of [2, 5, 12]) {
    const sizes = optimalSchedule(square, { steps });
    const { pathError } = optimalTimeGrid(square, { steps });
    ok(pathError > sizes.pathError);
    ok(pathError < timeGridError(square, timeGridFromSizes(sizes.sizes)));
  }
});

Deno.test("optimalTimeGrid() goes on falling past as many steps as tokens", () => {
  const [fewer, more] = [64, 256].map((steps) => optimalTimeGrid(square, { steps }).pathError);
  strictEqual(optimalSchedule(square, { steps: 64 }).pathError, 0);
  ok(more! > 0 && more! < 0.3 * fewer!);
});

Deno.test("optimalTimeGrid() is TC in one step, and 0 for a single token", () => {
  assertClose(
    optimalTimeGrid(curveFromConditionalEntropies([3, 1, 1]), { steps: 1 }).pathError,
    4,
    {
      relative: 1e-14,
    },
  );
  strictEqual(optimalTimeGrid(curveFromConditionalEntropies([3]), { steps: 3 }).pathError, 0);
});

Deno.test("optimalTimeGrid() refuses steps out of its range", () => {
  for (const steps of [0, -1, 1.5, NaN, 2049, Infinity]) {
    throws(
      () => optimalTimeGrid(square, { steps }),
      /Cannot plan a time grid: steps must be an integer from 1 to 2048, got/,
    );
  }
});
