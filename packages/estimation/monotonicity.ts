import { CONTRADICTION } from "./estimate_curve.ts";
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
 * @returns What the departures say
 */
export function monotonicity(log: LossLog): Monotonicity {
  const fitted = isotonicRegression(log.losses, log.variances.map((variance) => 1 / variance));
  let chiSquare = 0;
  let levels = 0;
  for (let i = 0; i < fitted.length; i++) {
    chiSquare += (log.losses[i]! - fitted[i]!) ** 2 / log.variances[i]!;
    if (i === 0 || fitted[i] !== fitted[i - 1]) levels++;
  }
  const freedom = fitted.length - levels;
  const score = freedom === 0
    ? -Infinity
    : excessScore(chiSquare, { of: freedom, variance: log.noise.degreesOfFreedom });
  return { chiSquare, freedom, score, consistent: !(score > CONTRADICTION) };
}
