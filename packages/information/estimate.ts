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
 *     standard error = sqrt( sum_i (x_i - mean)^2 / (n - 1) / n )
 *
 * Both are infinite when a draw is. O(n) time.
 *
 * @param values At least two draws, none NaN
 * @returns The estimate, in the unit of the draws
 * @throws {RangeError} On fewer than two draws (one tells nothing of its spread), a NaN, or
 *   infinities of both signs
 */
export function estimateMean(values: Float64Array): Estimate {
  if (!(values.length >= 2)) {
    throw new RangeError(`Cannot estimate a mean: draws must be at least 2, got ${values.length}`);
  }
  const infinity = checkedInfinity(values);
  if (infinity !== undefined) {
    return { mean: infinity, standardError: Infinity, draws: values.length };
  }
  const draws = Array.from(values);
  return {
    mean: mean(draws),
    standardError: sampleStandardDeviation(draws) / Math.sqrt(draws.length),
    draws: draws.length,
  };
}

/** The infinite value among the draws, if there is one. */
function checkedInfinity(values: Float64Array): number | undefined {
  let found: number | undefined;
  for (let n = 0; n < values.length; n++) {
    const value = values[n]!;
    if (Number.isFinite(value)) continue;
    found ??= value;
    if (!(value === found)) {
      throw new RangeError(
        `Cannot estimate a mean: draws must have a mean, got ${value} at draw ${n}`,
      );
    }
  }
  return found;
}
