import type { WeightedSchedule } from "./systematic_mixture.ts";
import type { Yardstick } from "./yardstick.ts";

/** The law on which a mixture of schedules is worst. */
export interface WorstRatio {
  /** Mean path error over the yardstick. */
  readonly value: number;
  /** The step `1[j > k]` with that ratio: the code of this dimension; 0 where `L = 1`. */
  readonly dimension: number;
}

/**
 * The largest ratio, over all laws, of the mean path error of a mixture to a yardstick.
 *
 *     max_k  sum_s w_s EKL_s(1[j > k]) / D(k),   EKL_s = N_{t+1} - k for N_t < k < N_{t+1}, else 0
 *
 * Zero for all ones. A sum of non-negative terms for each `k`. O(S T + L^2) time for `S` schedules.
 *
 * @param mixture Schedules of one length with their probabilities, summing to 1; `[{ weight: 1, sizes }]`
 *   for one schedule
 * @param options `yardstick`
 * @returns The ratio and where it is reached
 * @throws {RangeError} On no schedules, or weights that are negative or do not sum to 1 up to rounding
 */
export function worstRatio(
  mixture: readonly WeightedSchedule[],
  options: { yardstick: Yardstick },
): WorstRatio {
  const weight = mixture.reduce((sum, schedule) => sum + schedule.weight, 0);
  // As many roundings as schedules, each of at most a last bit of 1.
  if (
    !(mixture.every(({ weight }) => weight >= 0) &&
      Math.abs(weight - 1) <= 2 ** -52 * (mixture.length + 1))
  ) {
    throw new RangeError(
      `Cannot rate a mixture: its weights must be at least 0 and sum to 1, got a sum of ${weight}`,
    );
  }
  const length = mixture[0]!.sizes.reduce((sum, size) => sum + size, 0);
  const errors = new Float64Array(length);
  // Schedules of a mixture share most of their sets, so each set is spread over its steps once.
  for (const [set, probability] of setProbabilities(mixture, length)) {
    const start = Math.floor(set / (length + 1));
    const end = set % (length + 1);
    for (let k = start + 1; k < end; k++) errors[k]! += probability * (end - k);
  }
  let worst: WorstRatio = { value: 0, dimension: Math.min(1, length - 1) };
  for (let dimension = 1; dimension < length; dimension++) {
    const value = errors[dimension]! / options.yardstick.onStep({ length, dimension });
    if (value > worst.value) worst = { value, dimension };
  }
  return worst;
}

/** The probability of each set `N_t .. N_{t+1}`, by `N_t (L + 1) + N_{t+1}`. */
function setProbabilities(
  mixture: readonly WeightedSchedule[],
  length: number,
): Map<number, number> {
  const probabilities = new Map<number, number>();
  for (const { weight, sizes } of mixture) {
    let start = 0;
    for (const size of sizes) {
      const set = start * (length + 1) + start + size;
      if (size > 1) probabilities.set(set, (probabilities.get(set) ?? 0) + weight);
      start += size;
    }
  }
  return probabilities;
}
