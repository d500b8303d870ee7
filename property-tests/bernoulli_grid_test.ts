import { pathError, timeGridError } from "@unmask/convergence";
import { curveMeasures, type InformationCurve } from "@unmask/information";
import { sizesFromTimeGrid, timeGrid } from "@unmask/schedules";
import {
  arbitrarySource,
  arbitraryTimeGrid,
  assertClose,
  buildSource,
  sequences,
  type SourceSpec,
  testTheorem,
} from "@unmask/testing";
import fc from "fast-check";
import { EnumeratedLaw } from "./enumerated_law.ts";
import { regressions } from "./regressions.ts";

/** A law and the revealed fractions of a sampler that reveals each token by chance. */
interface GridCase {
  readonly source: SourceSpec;
  readonly grid: readonly number[];
}

const gridCases = fc.record({ source: arbitrarySource(), grid: arbitraryTimeGrid({ steps: 3 }) });

/**
 * Path error by definition. A masked token is revealed between `t_j` and `t_{j+1}` with probability
 * `(t_{j+1} - t_j) / (1 - t_j)`, so each token falls into iteration j with probability
 * `t_{j+1} - t_j`, independently; every assignment of tokens to iterations is an ordered partition.
 */
function errorByDefinition({ source, grid }: GridCase): number {
  const law = new EnumeratedLaw(buildSource(source));
  const steps = grid.length - 1;
  let sum = 0;
  for (const iterations of sequences(source.length, steps)) {
    const probability = iterations.reduce((value, j) => value * (grid[j + 1]! - grid[j]!), 1);
    if (probability === 0) continue;
    const order = Array.from(
      { length: steps },
      (_, j) => [...iterations.keys()].filter((i) => iterations[i] === j),
    );
    sum += probability * law.partitionError(order);
  }
  return sum;
}

/** `L sum_j Binomial(j; L - 1, t) Z_{j+1}`; the mutants change the binomial or the index. */
function profile(
  curve: InformationCurve,
  t: number,
  options: { trials?: number; shift?: number } = {},
): number {
  const { length, tokenMutualInformation: z } = curve;
  const { trials = length - 1, shift = 0 } = options;
  let choose = 1;
  let sum = 0;
  for (let j = 0; j <= trials; j++) {
    const index = Math.max(0, Math.min(length - 1, j - shift));
    sum += choose * t ** j * (1 - t) ** (trials - j) * z[index]!;
    choose *= (trials - j) / (j + 1);
  }
  return length * sum;
}

/** Entropies of up to 243 cells, and sums of at most 243 partitions of weight 1 together. */
const tolerance = { absolute: 1e-12 };

function curveOf({ source }: GridCase): InformationCurve {
  return buildSource(source).informationCurve();
}

function assertGrid(
  value: GridCase,
  height: (curve: InformationCurve, from: number, to: number) => number,
): void {
  const curve = curveOf(value);
  let area = 0;
  for (let j = 0; j + 1 < value.grid.length; j++) {
    const [from, to] = [value.grid[j]!, value.grid[j + 1]!];
    area += (to - from) * height(curve, from, to);
  }
  const expected = errorByDefinition(value);
  assertClose(curveMeasures(curve).totalCorrelation - area, expected, tolerance);
}

testTheorem<GridCase>({
  name: "a time grid's path error is TC - sum_j (t_{j+1} - t_j) h(t_j)",
  arbitrary: gridCases,
  regressions,
  statement(value): void {
    const error = timeGridError(curveOf(value), value.grid);
    assertClose(error, errorByDefinition(value), tolerance);
    assertGrid(value, (curve, from) => profile(curve, from));
  },
  mutants: {
    "a grid read in masking order": (value) =>
      assertClose(
        timeGridError(curveOf(value), value.grid.map((t) => 1 - t).reverse()),
        errorByDefinition(value),
        tolerance,
      ),
    "the rounding of the grid to tokens": (value) => {
      const curve = curveOf(value);
      // As if the expected number of tokens were revealed for sure, where there are that many steps.
      const steps = value.grid.length - 1;
      if (steps > curve.length) return;
      const sizes = sizesFromTimeGrid(timeGrid(value.grid), { length: curve.length });
      assertClose(pathError(curve, sizes), errorByDefinition(value), tolerance);
    },
    "a right Riemann sum": (value) => assertGrid(value, (curve, _, to) => profile(curve, to)),
    "the midpoint": (value) =>
      assertGrid(value, (curve, from, to) => profile(curve, (from + to) / 2)),
    "L trials for L - 1": (value) =>
      assertGrid(value, (curve, from) => profile(curve, from, { trials: curve.length })),
    "a curve shifted by one": (value) =>
      assertGrid(value, (curve, from) => profile(curve, from, { shift: 1 })),
    "masked fraction for revealed fraction": (value) =>
      assertGrid(value, (curve, from) => profile(curve, 1 - from)),
  },
});
