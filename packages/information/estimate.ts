import { mean, sampleStandardDeviation } from "simple-statistics";

/** A number known from random draws; never interchangeable with an exact one. */
export interface Estimate {
  /** Mean of the draws. */
  readonly mean: number;
  /** Standard error of that mean, in the same unit. */
  readonly standardError: number;
  /** How many independent draws it rests on. */
  readonly draws: number;
}

/**
 * The mean of independent draws, with its standard error.
 *
 *     standard error = sample standard deviation / sqrt(n)
 *
 * O(n) time.
 *
 * @param values At least two draws
 * @returns The estimate, in the unit of the draws
 * @throws {RangeError} On fewer than two draws: one draw tells nothing of its spread
 */
export function estimateMean(values: Float64Array): Estimate {
  if (!(values.length >= 2)) {
    throw new RangeError(`Cannot estimate a mean: draws must be at least 2, got ${values.length}`);
  }
  const draws = Array.from(values);
  return {
    mean: mean(draws),
    standardError: sampleStandardDeviation(draws) / Math.sqrt(draws.length),
    draws: draws.length,
  };
}
