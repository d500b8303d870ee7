import { type MaskSizes, maskSizes } from "@unmask/schedules";
import type { CurveEstimate } from "./estimate_curve.ts";
import { studentQuantile } from "./student_quantile.ts";

/** A path error, or a difference of two, known from noisy losses. */
export interface PriceEstimate {
  /** The estimate in nats; noise may make that of a small error negative. */
  readonly mean: number;
  /** Its standard error in nats. */
  readonly standardError: number;
  /** The interval of nominal 95% about it, in nats. */
  readonly interval: readonly [number, number];
}

/**
 * The path error of sizes that were not chosen by the log, with its interval.
 *
 *     sum_t sizes[t] f(N_t) - sum_k f(k),   f the curve that is not smoothed
 *
 * The curve of a learned predictor holds its own error, so this is what the sizes add to the error
 * of revealing one token at a time with the same predictor; differences between schedules are what a
 * log can tell. O(L + n^2).
 *
 * @param estimate The estimate
 * @param sizes Sizes in order of unmasking, summing to the length
 * @returns The price
 * @throws {RangeError} When the sizes do not sum to the length
 */
export function priceSchedule(estimate: CurveEstimate, sizes: readonly number[]): PriceEstimate {
  return priceOfForm(estimate, priceForm(estimate, sizes));
}

/**
 * The path error of sizes as a linear form in the coefficients of the curve.
 *
 * @param estimate Whose splines
 * @param sizes Sizes in order of unmasking
 * @returns One number for each coefficient
 */
export function priceForm(
  { level, log }: CurveEstimate,
  sizes: readonly number[],
): Float64Array {
  const checked: MaskSizes = maskSizes(sizes, { length: log.length });
  const form = new Float64Array(level.fit.basis.size);
  const { first, values } = level;
  let revealed = 0;
  for (const size of checked) {
    // Block by block: the sums of large blocks would lose what small ones add.
    for (let l = 0; l < 4; l++) {
      form[first[revealed]! + l]! += (size - 1) * values[4 * revealed + l]!;
    }
    for (let k = revealed + 1; k < revealed + size; k++) {
      for (let l = 0; l < 4; l++) form[first[k]! + l]! -= values[4 * k + l]!;
    }
    revealed += size;
  }
  return form;
}

/**
 * The value of a linear form, with its interval.
 *
 * @param estimate The coefficients and their covariance
 * @param form The form
 * @param correction `add`, a known bias of the value with its sign turned, and its `variance`; none
 *   by default
 * @returns The estimate
 */
export function priceOfForm(
  { coefficients, level: { covariance }, log }: CurveEstimate,
  form: Float64Array,
  correction: { add: number; variance: number } = { add: 0, variance: 0 },
): PriceEstimate {
  const size = form.length;
  let mean = correction.add;
  let variance = correction.variance;
  for (let i = 0; i < size; i++) {
    mean += form[i]! * coefficients[i]!;
    let sum = 0;
    for (let j = 0; j < size; j++) sum += covariance[i * size + j]! * form[j]!;
    variance += form[i]! * sum;
  }
  const standardError = Math.sqrt(Math.max(0, variance));
  const half = studentQuantile(log.noise.degreesOfFreedom) * standardError;
  return { mean, standardError, interval: [mean - half, mean + half] };
}
