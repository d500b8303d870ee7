import { linearRegression, mean } from "simple-statistics";

/** Fewest sizes that growth is fitted to. */
export const LEAST_SIZES = 3;

/**
 * How a value grows with size, by least squares in its logarithm.
 *
 *     power:        value ~ size^g        (slope against the logarithm of the size)
 *     exponential:  value ~ g^size        (exponential of the slope against the size)
 *
 * @param points Sizes and values, all positive
 * @param growth Which of the two
 * @returns `g`; `null` for fewer than {@linkcode LEAST_SIZES} points
 */
export function fitGrowth(
  points: readonly GrowthPoint[],
  growth: Growth,
): number | null {
  if (points.length < LEAST_SIZES) return null;
  const m = slopeOf(points, growth);
  return growth === "power" ? m : Math.exp(m);
}

/**
 * The values of the fitted growth at the sizes that it was fitted to.
 *
 * @param points Sizes and values, all positive
 * @param growth As for {@linkcode fitGrowth}
 * @returns A value for each point; `null` for fewer than {@linkcode LEAST_SIZES} points
 */
export function fittedValues(points: readonly GrowthPoint[], growth: Growth): number[] | null {
  if (points.length < LEAST_SIZES) return null;
  const m = slopeOf(points, growth);
  const at = abscissa(growth);
  // A line of least squares goes through the mean.
  const x = mean(points.map(({ size }) => at(size)));
  const y = mean(points.map(({ value }) => Math.log(value)));
  return points.map(({ size }) => Math.exp(y + m * (at(size) - x)));
}

/** A size with what was found there. */
export interface GrowthPoint {
  /** The size. */
  readonly size: number;
  /** What grows. */
  readonly value: number;
}

type Growth = "power" | "exponential";

function slopeOf(points: readonly GrowthPoint[], growth: Growth): number {
  const at = abscissa(growth);
  return linearRegression(points.map(({ size, value }) => [at(size), Math.log(value)])).m;
}

function abscissa(growth: Growth): (size: number) => number {
  return growth === "power" ? Math.log : (size) => size;
}
