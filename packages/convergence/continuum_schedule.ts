import { informationBetween, type InformationCurve } from "@unmask/information";
import { sizesFromRevealedFraction } from "@unmask/schedules";
import type { PlannedSchedule } from "./optimal_schedule.ts";
import { pathError } from "./path_error.ts";

/**
 * The schedule that is optimal in the limit of many steps and more tokens, for any curve.
 *
 *     N_t = round(L a(t / T)),   integral_0^{a(u)} sqrt(Z'(v)) dv = u integral_0^1 sqrt(Z'(v)) dv
 *
 * with `v` the revealed share and `Z'` piecewise constant: `L (Z_{j+1} - Z_j)` from `v = (j-1)/L` to
 * `j/L`, its last piece repeated for the last token, of which nothing follows. Small sets where the
 * curve is steep. Balanced on a straight curve and on a flat one; where `Z'` is 0 the first of the
 * equivalent counts is taken. Never better than `optimalSchedule`, and close to it on smooth curves
 * for `1 << T << L`; no such promise on codes. O(L + T log L) time, O(L + T) memory.
 *
 * @param curve Exact information curve
 * @param options `steps` `T`, an integer in `1 .. L`
 * @returns The schedule and its exact path error
 * @throws {RangeError} On steps out of range
 */
export function continuumSchedule(
  curve: InformationCurve,
  options: { steps: number },
): PlannedSchedule {
  const { length } = curve;
  const work = cumulativeRoots(curve);
  const total = work[length]!;
  const sizes = sizesFromRevealedFraction(
    (u) => total > 0 ? inverse(work, u * total) / length : u,
    { length, steps: options.steps },
  );
  return { sizes, pathError: pathError(curve, sizes) };
}

/**
 * The least path error in the limit of many steps and more tokens.
 *
 *     EKL ~ (L / 2T) (integral_0^1 sqrt(Z'(v)) dv)^2
 *
 * An approximation, for `1 << T << L` and a smooth curve: not a bound, and not 0 at `T = L`. `Z'` is
 * that of {@linkcode continuumSchedule}. On a straight curve it is `L^2 d / 2T` for increments `d`,
 * where the exact optimum is `(L^2 d / 2) (1/T - 1/L)`. O(L) time and memory.
 *
 * @param curve Exact information curve
 * @param options `steps` `T`, an integer in `1 .. L`
 * @returns Approximate path error in nats, at least 0
 * @throws {RangeError} On steps out of range
 */
export function continuumError(curve: InformationCurve, options: { steps: number }): number {
  const { length } = curve;
  const { steps } = options;
  if (!(Number.isSafeInteger(steps) && steps >= 1 && steps <= length)) {
    throw new RangeError(
      `Cannot approximate the path error: steps must be an integer from 1 to ${length}, got ${steps}`,
    );
  }
  // With increments d_j, integral sqrt(Z') = sum_j sqrt(L d_j) / L, so L cancels.
  const total = cumulativeRoots(curve)[length]!;
  return total * total / (2 * steps);
}

/** `sum_{j <= N} sqrt(Z_{j+1} - Z_j)` for `N = 0 .. L`, the last increment repeated. */
function cumulativeRoots(curve: InformationCurve): Float64Array {
  const { length } = curve;
  const work = new Float64Array(length + 1);
  let root = 0;
  for (let n = 1; n <= length; n++) {
    if (n < length) root = Math.sqrt(informationBetween(curve, { from: n - 1, to: n }));
    work[n] = work[n - 1]! + root;
  }
  return work;
}

/** The least real `n` at which the piecewise linear function through `work` reaches `target`. */
function inverse(work: Float64Array, target: number): number {
  let below = 0;
  let reached = work.length - 1;
  while (reached - below > 1) {
    const middle = (below + reached) >> 1;
    if (work[middle]! >= target) reached = middle;
    else below = middle;
  }
  const rise = work[reached]! - work[below]!;
  // Rounding may leave a target above the last value by its last bit.
  return rise > 0 ? Math.min(reached, below + (target - work[below]!) / rise) : below;
}
