import type { EstimatedCurve } from "./estimated_curve.ts";
import { LossDesign, type SplineLevel } from "./loss_design.ts";
import { type LossLog, revealedAt } from "./loss_log.ts";
import { excessScore } from "./excess_score.ts";
import { localExcess } from "./local_excess.ts";
import { leastSquares, misfit } from "./spline_fit.ts";

/**
 * Score above which a log contradicts what it is held against: noise gets there in 1 of 100 logs.
 */
export const CONTRADICTION = 2.3263;

/** The noise of a log as its misfit corrects it. */
export interface PricingNoise {
  /** Times the log's variances: 1 where the log does not contradict its priced curve. */
  readonly inflation: number;
  /** Degrees of freedom behind the variances; infinite where they are given and not contradicted. */
  readonly degreesOfFreedom: number;
}

/** What a log says of its curve. */
export interface CurveEstimate {
  /** The log. */
  readonly log: LossLog;
  /** The smooth curve, which plans are made on. */
  readonly curve: EstimatedCurve;
  /** Coefficients of the curve that is not smoothed, which schedules are priced on. */
  readonly coefficients: Float64Array;
  /** The splines of both. */
  readonly level: SplineLevel;
  /** Effective free parameters of the smooth curve, and how many the other one has. */
  readonly parameters: { readonly smooth: number; readonly priced: number };
  /**
   * How much farther the losses are from the priced curve than their noise explains, a standard
   * score. Above {@linkcode CONTRADICTION} the variances are too small or the curve too ragged.
   */
  readonly misfitScore: number;
  /** The noise that prices go by. */
  readonly noise: PricingNoise;
}

/**
 * Estimates the information curve behind a log of losses, twice.
 *
 * Plans are made on a smooth curve: a penalised spline that does not increase, its penalty chosen by
 * cross-validation. Schedules are priced on a least-squares spline without a penalty: linear in the
 * losses, so that the standard error of a path error, linear in the curve, is that of the noise alone
 * and no smoothing bias hides in it. Its intervals are halved until the losses no longer contradict
 * it or places run out. What contradicts the finest spline is noise that the log does not state: its
 * variances are inflated by the misfit over its degrees of freedom.
 *
 * O(places n^2 + n^3) for `n` functions, at most about 50 where the curve is smooth.
 *
 * @param log The log
 * @param options `design` of the log's places and variances, to share work between logs
 * @returns The estimate
 */
export function estimateCurve(
  log: LossLog,
  options: { design?: LossDesign } = {},
): CurveEstimate {
  const { design = new LossDesign(log) } = options;
  let level = design.level(0)!;
  let misfitScore = -Infinity;
  let noise: PricingNoise = { inflation: 1, degreesOfFreedom: log.noise.degreesOfFreedom };
  for (let index = 1;; index++) {
    const coefficients = leastSquares(level.fit, log);
    const distance = misfit(level.fit, log, coefficients);
    const free = log.places.length - level.fit.basis.size;
    // A spline through all places fits whatever the noise: the one before it is the judge.
    const score = free > 0
      ? excessScore(distance, { of: free, variance: log.noise.degreesOfFreedom })
      : -Infinity;
    if (free > 0) misfitScore = score;
    const finer = score > CONTRADICTION ? design.level(index) : undefined;
    if (finer === undefined) {
      if (score > CONTRADICTION) noise = inflated(log, { by: distance / free, freedom: free });
      else if (misfitScore > CONTRADICTION) noise = inflated(log, localExcess(log));
      const smooth = level.smoother.smooth(coefficients, distance);
      return {
        log,
        curve: curveOf(log, level, {
          coefficients: smooth.coefficients,
          noise: Math.sqrt(noise.inflation),
        }),
        coefficients,
        level,
        parameters: { smooth: smooth.parameters, priced: coefficients.length },
        misfitScore,
        noise,
      };
    }
    level = finer;
  }
}

function inflated(log: LossLog, excess: { by: number; freedom: number }): PricingNoise {
  const { degreesOfFreedom } = log.noise;
  if (!(excess.by > 1)) return { inflation: 1, degreesOfFreedom };
  return {
    inflation: excess.by,
    degreesOfFreedom: Math.min(excess.freedom, degreesOfFreedom),
  };
}

/**
 * A curve from coefficients that do not increase.
 *
 * @param log Where the coefficients come from
 * @param level Their splines
 * @param options `coefficients`; `noise`, standard errors against those of the whole log
 * @returns The curve, at least 0
 */
export function curveOf(
  log: LossLog,
  level: SplineLevel,
  options: { coefficients: Float64Array; noise: number },
): EstimatedCurve {
  const { coefficients, noise } = options;
  const values = new Float64Array(log.length);
  let lowest = Infinity;
  for (let k = 0; k < log.length; k++) {
    let value = 0;
    for (let l = 0; l < 4; l++) {
      value += level.values[4 * k + l]! * coefficients[level.first[k]! + l]!;
    }
    // The last bits of a sum may rise where the curve is flat.
    lowest = Math.min(lowest, Math.max(0, value));
    values[k] = lowest;
  }
  return {
    length: log.length,
    values,
    standardErrors: level.standardErrors.map((error) => noise * error),
    observed: {
      from: Math.round(revealedAt(log, log.places[0]!)),
      to: Math.round(revealedAt(log, log.places.at(-1)!)),
    },
  };
}
