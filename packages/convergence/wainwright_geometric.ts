import { informationBetween, type InformationCurve } from "@unmask/information";
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
 * counts. Zero for all ones, which all large `N` make. Not decided: `Lam` is a logarithm, so the
 * right side has no rational coefficients.
 *
 * @see arXiv 2608.13520, Corollary 1, cardinality form
 */
export const wainwrightGeometric: Bound = {
  key: "wainwright-geometric",
  name: "Geometric grid of counts",
  citation: "arXiv 2608.13520, Corollary 1",
  formula: "EKL <= (2 Lam / N) Hcard(1, L-1)",
  kind: "upper",
  hypotheses: "the geometric grid of a whole resolution N >= Lam",
  applies: (sizes) => resolutionOf(sizes) !== undefined,
  evaluate: (curve, sizes) =>
    2 * geometricGridSpan(curve.length) / resolutionOf(sizes)! * cardinalityFunctional(curve),
};

/** `Hcard(1, L-1)` in nats. */
function cardinalityFunctional(curve: InformationCurve): number {
  const { length } = curve;
  let sum = 0;
  for (let j = 2; j <= length - 2; j++) {
    sum += j / length * (1 - j / length) * length *
      informationBetween(curve, { from: j - 1, to: j });
  }
  return sum;
}

/**
 * The largest whole resolution whose grid these sizes are; infinite for all ones, which every fine
 * enough grid is. O(L) time.
 *
 * A size of at least 2 inside means that the odds grew by `psi(a_{j+1}/L) / psi((a_j + 1)/L)` at
 * most `e^{Lam/N}`, so `N` is at most `Lam` over the greatest logarithm of these ratios.
 */
function resolutionOf(sizes: MaskSizes): number | undefined {
  const length = sequenceLength(sizes);
  if (length < 3 || sizes[0] !== 1 || sizes.at(-1) !== 1) return undefined;
  let growth = 0;
  let revealed = 1;
  for (const size of sizes.slice(1, -1)) {
    const end = revealed + size;
    if (size > 1) growth = Math.max(growth, logOdds(end, length) - logOdds(revealed + 1, length));
    revealed = end;
  }
  if (growth === 0) return Infinity;
  const span = geometricGridSpan(length);
  const most = Math.floor(span / growth);
  // The quotient is rounded, so its neighbours are tried too.
  for (let resolution = most + 1; resolution >= most - 1; resolution--) {
    if (!(resolution >= 1 && resolution >= span)) return undefined;
    const built = geometricGridSchedule({ length, resolution });
    if (built.length === sizes.length && built.every((size, t) => size === sizes[t])) {
      return resolution;
    }
  }
  return undefined;
}

/** `ln psi(count / length)`. */
function logOdds(count: number, length: number): number {
  return Math.log(count / (length - count));
}
