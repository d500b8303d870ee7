import { type CurveEstimate, estimateCurve, LossLogBuilder } from "@unmask/estimation";
import { curveOfSequences, type ModelCurve } from "./model_curve.ts";
import { ownNoise } from "./own_noise.ts";

/** Least standard error of a log against its greatest, which a log keeps within 10,000. */
const LEAST_NOISE = 2e-4;

/** Folds of the cross-validation. */
const FOLDS = 4;

/** A model's curve with the splines through it. */
export interface ModelCurveFit {
  /** What was measured. */
  readonly curve: ModelCurve;
  /** The smooth curve, which plans are made on, and the spline between the measured counts. */
  readonly estimate: CurveEstimate;
}

/**
 * Fits splines to a model's curve: a smooth one that does not increase, to plan on, and one without
 * a penalty, for counts that were not measured.
 *
 * Losses at neighbouring counts err together, since their states are nested, so a single curve does
 * not tell its noise from its shape; sequences do. Two fits are tried: one that takes for noise all
 * that sequences differ by at a count, and one that takes what they do not share with the
 * neighbouring counts, which follows a steep curve closer. The one is kept that predicts sequences
 * left out, a quarter at a time, up to a shift of the whole curve, which no plan depends on.
 *
 * @param curve The curve, measured at 3 counts at least
 * @returns The fit
 * @throws {RangeError} On fewer counts
 * @see J. Rice and B. Silverman, "Estimating the mean and covariance structure nonparametrically
 *   when the data are curves", JRSS B 53 (1991), who leave out whole curves too
 */
export function fitModelCurve(curve: ModelCurve): ModelCurveFit {
  const candidates = [(some: ModelCurve) => some.standardErrors, ownNoise];
  const errors = curve.sequences < 2 * FOLDS
    ? [0, 0]
    : candidates.map((noise) => validationError(curve, noise));
  const noise = candidates[errors[1]! < errors[0]! ? 1 : 0]!;
  return { curve, estimate: estimateWith(curve, noise) };
}

/** The squared error of the smooth curve on sequences left out, but for a shift. */
function validationError(curve: ModelCurve, noise: (some: ModelCurve) => Float64Array): number {
  let total = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const rows = Int32Array.from({ length: curve.sequences }, (_, n) => n);
    const kept = curveOfSequences(curve, rows.filter((n) => n % FOLDS !== fold));
    const out = curveOfSequences(curve, rows.filter((n) => n % FOLDS === fold));
    const { values } = estimateWith(kept, noise).curve;
    const errors = out.losses.map((loss, j) => loss - values[curve.counts[j]!]!);
    const shift = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    total += errors.reduce((sum, error) => sum + (error - shift) ** 2, 0);
  }
  return total;
}

function estimateWith(
  curve: ModelCurve,
  noiseOf: (some: ModelCurve) => Float64Array,
): CurveEstimate {
  const builder = new LossLogBuilder({
    length: curve.length,
    coordinate: "revealed",
    precision: "standard-error",
  });
  const noise = noiseOf(curve);
  const most = noise.reduce((greatest, value) => Math.max(greatest, value), 0);
  const greatestLoss = curve.losses.reduce((greatest, loss) => Math.max(greatest, loss), 1);
  const least = Math.max(LEAST_NOISE * most, 1e-9 * greatestLoss);
  curve.counts.forEach((place, j) => {
    builder.add({
      place,
      // A model that is sure of every token is surer by rounding.
      loss: Math.max(0, curve.losses[j]!),
      precision: Math.max(least, noise[j]!),
    });
  });
  return estimateCurve(builder.log());
}
