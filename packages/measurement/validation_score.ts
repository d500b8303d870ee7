import type { Estimate } from "@unmask/information";

/** What sums of some thousand losses are rounded by, relative to them. */
const ROUNDING = 1e-9;

/**
 * How far a measured number is from its prediction, in standard errors of their difference.
 *
 *     z = (measured - predicted) / sqrt(se_measured^2 + se_predicted^2)
 *
 * The two must come from disjoint sequences. Beyond 3 in size in 1 of 370 where the prediction is
 * right and both are near normal.
 *
 * @param measured What was measured
 * @param predicted What was predicted
 * @returns A standard score; 0 where the two differ by rounding
 */
export function validationScore(measured: Estimate, predicted: Estimate): number {
  const difference = measured.mean - predicted.mean;
  const rounding = ROUNDING * Math.max(1, Math.abs(measured.mean));
  if (Math.abs(difference) <= rounding) return 0;
  return difference / Math.hypot(measured.standardError, predicted.standardError, rounding);
}
