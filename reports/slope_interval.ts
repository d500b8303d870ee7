import { linearRegression, mean, probit, sum } from "simple-statistics";

/** A least-squares slope with an interval. */
export interface SlopeInterval {
  /** The slope. */
  readonly slope: number;
  /** Lower end of its 95% interval. */
  readonly low: number;
  /** Upper end of its 95% interval. */
  readonly high: number;
}

/**
 * The least-squares slope of points, with the normal 95% interval from its residuals.
 *
 *     slope +- 1.96 sqrt( sum r_i^2 / (n - 2) / sum (x_i - mean x)^2 )
 *
 * @param points At least three pairs `[x, y]`
 * @returns The slope and the ends of the interval
 * @throws {RangeError} On fewer than three points
 */
export function slopeInterval(points: readonly (readonly number[])[]): SlopeInterval {
  if (!(points.length >= 3)) {
    throw new RangeError(`Cannot fit a slope: points must be at least 3, got ${points.length}`);
  }
  const pairs = points.map(([x, y]) => [x!, y!]);
  const { m: slope, b: intercept } = linearRegression(pairs);
  const centre = mean(pairs.map(([x]) => x!));
  const residual = sum(pairs.map(([x, y]) => (y! - slope * x! - intercept) ** 2));
  const spread = sum(pairs.map(([x]) => (x! - centre) ** 2));
  const standardError = Math.sqrt(residual / (pairs.length - 2) / spread);
  const half = probit(0.975) * standardError;
  return { slope, low: slope - half, high: slope + half };
}
