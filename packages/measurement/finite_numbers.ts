/**
 * What a predictor writes for a token that it excludes: JSON has no minus infinity, which libraries
 * write as a word that is no JSON, or as null. The exponential of this is 0.
 */
export const EXCLUDED = -1e30;

/** The rule in words. */
export const FINITE =
  `numbers must be finite (${EXCLUDED} for the logarithm of 0, which JSON cannot hold)`;

/**
 * Whether a score is that of an excluded token.
 *
 * @param score A log-probability
 * @returns True from 1e29 below 0, where no logarithm of a probability is
 */
export function isExcluded(score: number): boolean {
  return score <= EXCLUDED / 10;
}
