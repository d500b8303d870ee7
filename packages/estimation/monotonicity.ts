import { CONTRADICTION, type PricingNoise } from "./estimate_curve.ts";
import { excessScore } from "./excess_score.ts";
import { isotonicRegression } from "./isotonic_regression.ts";
import type { LossLog } from "./loss_log.ts";

/** Whether a log can come from a curve that does not increase. */
export interface Monotonicity {
  /** Sum of squared departures from the isotonic regression, over their variances. */
  readonly chiSquare: number;
  /** Places less levels of the regression. */
  readonly freedom: number;
  /** Standard score of the departures; above 2.33 in at most 1 of 100 logs of such curves. */
  readonly score: number;
  /** Whether noise explains the departures. */
  readonly consistent: boolean;
}

/**
 * Holds a log against the weighted isotonic regression through it.
 *
 * On a flat curve the departures are chi-square with as many degrees of freedom as the regression has
 * fewer levels than places, whatever the levels; on a falling curve they are smaller. Losses at masked
 * fractions are averages of the curve that fall where it does. O(places).
 *
 * @param log The log
 * @param noise Its noise where that is not what the log states, as of an estimate whose misfit
 *   corrected it; without it a log whose standard errors are too small seems to rise
 * @returns What the departures say
 */
export function monotonicity(
  log: LossLog,
  noise: PricingNoise = { inflation: 1, degreesOfFreedom: log.noise.degreesOfFreedom },
): Monotonicity {
  const fitted = isotonicRegression(log.losses, log.variances.map((variance) => 1 / variance));
  let chiSquare = 0;
  let levels = 0;
  for (let i = 0; i < fitted.length; i++) {
    chiSquare += (log.losses[i]! - fitted[i]!) ** 2 / (noise.inflation * log.variances[i]!);
    if (i === 0 || fitted[i] !== fitted[i - 1]) levels++;
  }
  const freedom = fitted.length - levels;
  const score = freedom === 0
    ? -Infinity
    : excessScore(chiSquare, { of: freedom, variance: noise.degreesOfFreedom });
  return { chiSquare, freedom, score, consistent: !(score > CONTRADICTION) };
}
