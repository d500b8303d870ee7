import { type Estimate, estimateMean } from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import type { ModelCurveFit } from "./fit_model_curve.ts";

/**
 * The NLL that a model's curve predicts for a schedule, which must not have been chosen on it.
 *
 *     NLL(sizes) = sum_t sizes[t] g(N_t)
 *
 * Linear in the curve, so its standard error is that of its values for the sequences, the covariance of
 * the counts included. Unbiased where every count that the schedule passes was measured; at others
 * the spline through the measured ones stands in.
 *
 * @param fit The curve
 * @param sizes Sizes in order of unmasking, which sum to the positions to unmask
 * @returns Nats a sequence
 * @throws {RangeError} When the sizes do not sum to that
 */
export function predictNll(fit: ModelCurveFit, sizes: readonly number[]): Estimate {
  return linearEstimate(fit, curveWeights(fit, sizes));
}

/**
 * What a model's curve predicts one schedule to cost more than another, with the standard error of
 * the difference.
 *
 * @param fit The curve
 * @param schedules `more` and `less`, sizes in order of unmasking
 * @returns Nats a sequence
 * @throws {RangeError} When sizes do not sum to the positions to unmask
 */
export function predictedDifference(
  fit: ModelCurveFit,
  { more, less }: { more: readonly number[]; less: readonly number[] },
): Estimate {
  const weights = curveWeights(fit, more);
  curveWeights(fit, less).forEach((weight, j) => weights[j]! -= weight);
  return linearEstimate(fit, weights);
}

/**
 * A model's curve at every count, with standard errors by sequence: what was measured, or the spline
 * through it.
 *
 * @param fit The curve
 * @returns An estimate for each `k = 0 .. F - 1`, in nats
 */
export function curveAtEveryCount(fit: ModelCurveFit): Estimate[] {
  return Array.from(
    { length: fit.curve.length },
    (_, k) => linearEstimate(fit, weightsOf(fit, [{ count: k, weight: 1 }])),
  );
}

function linearEstimate({ curve }: ModelCurveFit, weights: Float64Array): Estimate {
  const { sequences, bySequence } = curve;
  const values = new Float64Array(sequences);
  for (let n = 0; n < sequences; n++) {
    for (let j = 0; j < weights.length; j++) {
      values[n]! += weights[j]! * bySequence[n * weights.length + j]!;
    }
  }
  return estimateMean(values);
}

function curveWeights(fit: ModelCurveFit, sizes: readonly number[]): Float64Array {
  let revealed = 0;
  const terms = maskSizes(sizes, { length: fit.curve.length }).map((weight) => {
    const count = revealed;
    revealed += weight;
    return { count, weight };
  });
  return weightsOf(fit, terms);
}

/** Weights on the measured losses whose sum is `sum_t weight_t g(count_t)`. */
function weightsOf(
  { curve: { counts }, estimate: { level, log } }: ModelCurveFit,
  terms: readonly { count: number; weight: number }[],
): Float64Array {
  const weights = new Float64Array(counts.length);
  const { size } = level.fit.basis;
  const form = new Float64Array(size);
  let between = false;
  for (const { count, weight } of terms) {
    const place = counts.indexOf(count);
    if (place >= 0) {
      weights[place]! += weight;
      continue;
    }
    between = true;
    for (let l = 0; l < 4; l++) {
      form[level.first[count]! + l]! += weight * level.values[4 * count + l]!;
    }
  }
  if (!between) return weights;
  // The spline's coefficients are the covariance times X^T W y.
  const solved = new Float64Array(size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) solved[a]! += level.covariance[a * size + b]! * form[b]!;
  }
  counts.forEach((count, j) => {
    let sum = 0;
    for (let l = 0; l < 4; l++) {
      sum += level.values[4 * count + l]! * solved[level.first[count]! + l]!;
    }
    weights[j]! += sum / log.variances[j]!;
  });
  return weights;
}
