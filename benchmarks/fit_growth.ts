import { linearRegression } from "simple-statistics";

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
  points: readonly { size: number; value: number }[],
  growth: "power" | "exponential",
): number | null {
  if (points.length < LEAST_SIZES) return null;
  const at = growth === "power" ? Math.log : (size: number): number => size;
  const { m } = linearRegression(points.map(({ size, value }) => [at(size), Math.log(value)]));
  return growth === "power" ? m : Math.exp(m);
}
