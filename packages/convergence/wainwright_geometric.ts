import type { InformationCurve } from "@unmask/information";
import {
  geometricGridSchedule,
  geometricGridSpan,
  type MaskSizes,
  sequenceLength,
} from "@unmask/schedules";
import type { Bound } from "./bound.ts";

/**
 * The guarantee of the geometric grid, which knows nothing of the law.
 *
 *     EKL <= (2 Lam / N) Hcard(1, L-1),
 *     Hcard(a, b) = sum_{j=a+1}^{b-1} (j/L)(1 - j/L)(h_j - h_{j-1}),   h_j = L Z_{j+1}
 *
 * The grids are those of whole resolutions `N`; for sizes that several of them make, the largest
 * counts. Not decided: `Lam` is a logarithm, so the right side has no rational coefficients.
 *
 * @see arXiv 2608.13520, Corollary 1, cardinality form
 */
export const wainwrightGeometric: Bound = {
  key: "wainwright-geometric",
  name: "Geometric grid of counts",
  citation: "arXiv 2608.13520, Corollary 1",
  formula: "EKL <= (2 Lam / N) Hcard(1, L-1)",
  kind: "upper",
  hypotheses: "the geometric grid of a whole resolution N >= Lam, at most 4 L",
  applies: (sizes) => resolutionOf(sizes) !== undefined,
  evaluate: (curve, sizes) =>
    2 * geometricGridSpan(curve.length) / resolutionOf(sizes)! * cardinalityFunctional(curve),
};

/** `Hcard(1, L-1)` in nats. */
function cardinalityFunctional(curve: InformationCurve): number {
  const { length, tokenMutualInformation: z } = curve;
  let sum = 0;
  for (let j = 2; j <= length - 2; j++) {
    sum += j / length * (1 - j / length) * length * (z[j]! - z[j - 1]!);
  }
  return sum;
}

function resolutionOf(sizes: MaskSizes): number | undefined {
  const length = sequenceLength(sizes);
  if (length < 3 || sizes[0] !== 1 || sizes.at(-1) !== 1) return undefined;
  // A finer grid has no fewer steps, so the largest resolution with this many steps is bisected.
  let low = Math.max(1, Math.ceil(geometricGridSpan(length)));
  let high = 4 * length;
  const steps = (resolution: number): number =>
    geometricGridSchedule({ length, resolution }).length;
  if (!(low <= high)) return undefined;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (steps(middle) <= sizes.length) low = middle;
    else high = middle - 1;
  }
  for (
    let resolution = low;
    resolution >= 1 && resolution >= geometricGridSpan(length);
    resolution--
  ) {
    const built = geometricGridSchedule({ length, resolution });
    if (built.length < sizes.length) return undefined;
    if (built.every((size, t) => size === sizes[t])) return resolution;
  }
  return undefined;
}
