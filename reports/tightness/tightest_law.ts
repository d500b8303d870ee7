import type { Coefficients } from "@unmask/convergence";
import { type MaskSizes, sequenceLength } from "@unmask/schedules";

/** How near a law can bring the path error of one schedule to a bound. */
export interface TightestLaw {
  /** The largest ratio of error to bound over all laws; 1 where the bound is attained. */
  readonly ratio: number;
  /** Whether the two are equal and above 0 on some law, decided in integers. */
  readonly attained: boolean;
  /** Dimension of the Reed-Solomon code that attains the ratio; 0 where the error is always 0. */
  readonly dimension: number;
}

/** The path error of a schedule on each step curve `1[j > k]`, an integer, at index `k`. */
export function stepErrors(sizes: MaskSizes): Int32Array {
  const errors = new Int32Array(sequenceLength(sizes));
  let start = 0;
  for (const size of sizes) {
    for (let k = start + 1; k < start + size; k++) errors[k] = start + size - k;
    start += size;
  }
  return errors;
}

/**
 * The law on which a bound that is linear in the curve comes nearest to the error of a schedule.
 *
 *     max over laws of EKL / sum_j b_j Z_j  =  max over k of (error on step k) / sum_{j > k} b_j
 *
 * A ratio of two linear functions of the curve is largest on an extreme curve, and those are the
 * steps, which codes realise. Integers throughout. O(L) time.
 *
 * @param sizes Mask sizes in order of unmasking
 * @param coefficients Of the bound
 * @returns The ratio and the code
 */
export function tightestLaw(sizes: MaskSizes, coefficients: Coefficients): TightestLaw {
  const errors = stepErrors(sizes);
  const numerators = new Float64Array(errors.length);
  const denominator = coefficients(sizes, numerators);
  let tightest: TightestLaw = { ratio: 0, attained: false, dimension: 0 };
  let allowed = 0;
  for (let k = errors.length - 1; k >= 1; k--) {
    allowed += numerators[k]!;
    if (errors[k] === 0) continue;
    const error = errors[k]! * denominator;
    const ratio = error / allowed;
    if (ratio >= tightest.ratio) tightest = { ratio, attained: error === allowed, dimension: k };
  }
  return tightest;
}
