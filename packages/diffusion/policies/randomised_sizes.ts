import { maskSizes } from "@unmask/schedules";
import type { UnmaskingPolicy } from "../unmasking_policy.ts";
import { randomRule } from "./random_positions.ts";

/** How far from 1 the weights of a mixture may sum: the rounding of its making. */
const WEIGHT_TOLERANCE = 1e-9;

/** A schedule with its weight. */
export interface WeightedSizes {
  /** Probability of the schedule. */
  readonly weight: number;
  /** Mask sizes in order of unmasking. */
  readonly sizes: readonly number[];
}

/**
 * Randomised sizes: a schedule is drawn for each sequence, then its sizes are followed at random
 * positions. Its path error is the mean of those of the schedules; its endpoint error is at most the
 * mean of theirs.
 *
 * @param mixture Schedules and weights that sum to 1
 * @returns The policy
 * @throws {RangeError} On weights that are no law
 */
export function randomisedSizes(mixture: readonly WeightedSizes[]): UnmaskingPolicy {
  let sum = 0;
  for (const { weight } of mixture) sum += weight >= 0 ? weight : NaN;
  if (!(Math.abs(sum - 1) <= WEIGHT_TOLERANCE)) {
    throw new RangeError(
      `Cannot mix schedules: weights must be non-negative and sum to 1, got a sum of ${sum}`,
    );
  }
  return {
    name: "randomised-sizes",
    rules: ({ length }) =>
      mixture.map(({ weight, sizes }) => ({
        probability: weight,
        rule: randomRule(maskSizes(sizes, { length })),
      })),
  };
}
