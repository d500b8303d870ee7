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
  return within(
    priceOfForm(estimate, priceForm(estimate, sizes)),
    possible(estimate, sizes.length),
  );
}

/**
 * The most that any sizes can cost on the curves that the log allows.
 *
 *     (L - T) (f(0) - f(L-1)),   each at its end of its 95% interval, f at least 0
 *
 * No token costs more than the whole fall of the curve, and the first of each step nothing. It binds
 * where a log says next to nothing: there a spline without a penalty may be off by any amount.
 *
 * @param estimate The estimate
 * @param steps `T`
 * @returns Nats, at least 0
 */
export function greatestPrice({ curve, noise }: CurveEstimate, steps: number): number {
  const { values, standardErrors, length } = curve;
  const quantile = studentQuantile(noise.degreesOfFreedom);
  const first = values[0]! + quantile * standardErrors[0]!;
  const last = Math.max(0, values[length - 1]! - quantile * standardErrors[length - 1]!);
  return (length - steps) * (first - last);
}

/**
 * The range of prices that are possible. Its lower end is not 0 but as far below: a price below 0 tells
 * of a log that rises, and is kept.
 *
 * @param estimate The estimate
 * @param steps Steps of the sizes
 * @returns Ends, in nats
 */
export function possible(
  estimate: CurveEstimate,
  steps: number,
): { from: number; to: number } {
  const greatest = greatestPrice(estimate, steps);
  return { from: -greatest, to: greatest };
}

/**
 * A price cut to what is possible whatever the noise.
 *
 * @param price The price
 * @param range `from` and `to`, in nats
 * @returns The price with its value and interval in the range; its standard error stays
 */
export function within(
  { mean, standardError, interval: [low, high] }: PriceEstimate,
  { from, to }: { from: number; to: number },
): PriceEstimate {
  const cut = (value: number): number => Math.max(from, Math.min(to, value));
  return { mean: cut(mean), standardError, interval: [cut(low), cut(high)] };
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
  estimate: CurveEstimate,
  form: Float64Array,
  correction: { add: number; variance: number } = { add: 0, variance: 0 },
): PriceEstimate {
  const { coefficients, level: { covariance }, noise } = estimate;
  const size = form.length;
  let mean = correction.add;
  let variance = correction.variance;
  for (let i = 0; i < size; i++) {
    mean += form[i]! * coefficients[i]!;
    let sum = 0;
    for (let j = 0; j < size; j++) sum += covariance[i * size + j]! * form[j]!;
    variance += noise.inflation * form[i]! * sum;
  }
  const standardError = Math.sqrt(Math.max(0, variance));
  const half = studentQuantile(noise.degreesOfFreedom) * standardError;
  return { mean, standardError, interval: [mean - half, mean + half] };
}
