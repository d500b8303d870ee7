import type { LossLog } from "./loss_log.ts";
import { pseudoResiduals } from "./pseudo_residuals.ts";

/** The median of a squared standard normal number. */
const MEDIAN_SQUARE = 0.454936423119573;

/**
 * How much larger a log's noise is than it states, told from neighbours alone: the median of squared
 * departures from local cubics, over that of standard normal noise.
 *
 * A step of the curve moves the few departures near it and the median hardly, so that steps of a
 * curve are told from standard errors that are too small. O(places log places).
 *
 * @param log The log
 * @returns `by`, about 1 where the noise is as stated; `freedom` behind it
 */
export function localExcess(log: LossLog): { by: number; freedom: number } {
  const { squares, freedom } = pseudoResiduals({
    ...log,
    weights: log.variances.map((variance) => 1 / variance),
  });
  if (squares.length === 0) return { by: 1, freedom: 0 };
  const sorted = squares.toSorted();
  // A median of squares is worth 0.37 of their mean.
  const known = Math.max(1, 0.37 * freedom * squares.length);
  return { by: sorted[sorted.length >> 1]! / MEDIAN_SQUARE, freedom: known };
}
