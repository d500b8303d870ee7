import { drawNormals, type StreamFamily } from "@unmask/random";
import type { EstimatedCurve } from "./estimated_curve.ts";
import { type CurveEstimate, curveOf } from "./estimate_curve.ts";
import { leastSquares, misfit } from "./spline_fit.ts";

/** Two smooth curves from two halves of a log, whose errors are independent. */
export interface Halves {
  /** The curves. */
  readonly curves: readonly [EstimatedCurve, EstimatedCurve];
  /** What the coefficients of the first half have more, and of the second less, than the whole. */
  readonly shift: Float64Array;
}

/**
 * Splits a log by Gaussian data thinning.
 *
 *     y + s xi  and  y - s xi,   xi ~ N(0, 1) for each place
 *
 * have independent errors, each of variance `2 s^2`, for normal losses; for others the errors are
 * uncorrelated, and sums of many are near normal. It needs no rows, so means are split too.
 *
 * @param estimate The whole
 * @param options `streams` of the noise and the number of the `split`
 * @returns The halves, with splines of the same fineness and each its own penalty
 * @see A. Neufeld et al., "Data thinning for convolution-closed distributions", JMLR 25 (2024)
 */
export function halvesOf(
  estimate: CurveEstimate,
  options: { streams: StreamFamily; split: number },
): Halves {
  const { log, level } = estimate;
  const { places, losses, variances } = log;
  const xi = drawNormals(places.length, options.streams.at(options.split));
  const { inflation } = estimate.noise;
  const noise = xi.map((value, i) => value * Math.sqrt(inflation * variances[i]!));
  const shift = leastSquares(level.fit, { losses: noise, variances });
  const half = (sign: number): EstimatedCurve => {
    const thinned = losses.map((loss, i) => loss + sign * noise[i]!);
    const coefficients = estimate.coefficients.map((value, i) => value + sign * shift[i]!);
    const distance = misfit(level.fit, { losses: thinned, variances }, coefficients);
    const smooth = level.smoother.smooth(coefficients, distance);
    return curveOf(log, level, {
      coefficients: smooth.coefficients,
      noise: Math.sqrt(2 * inflation),
    });
  };
  return { curves: [half(1), half(-1)], shift };
}
