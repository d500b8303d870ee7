import { LARGEST_P, leastP, mannWhitneyP } from "./mann_whitney.ts";
import { type NoiseModel, noiseOf, usualNoise } from "./noise.ts";
import { type TimeRatio, timeRatio } from "./time_ratio.ts";

/** How two sets of times of one call differ. */
export interface TimeComparison extends TimeRatio {
  /** Two-sided p-value of the Mann-Whitney test. */
  readonly p: number;
  /** Least difference that would be called a change, as a share: 0.05 for 5%. */
  readonly noise: number;
  /** Whether there are times enough to see any change: sides of one process can show none. */
  readonly canShow: boolean;
  /** What can be said; null where no change can be seen at this noise. */
  readonly change: "slower" | "faster" | null;
}

/**
 * Compares times of a call before and after, one a process.
 *
 * A change is seen where the Mann-Whitney test says so at {@linkcode LARGEST_P} and the ratio is beyond
 * the noise. By the first alone, one in a hundred calls that did not change would be called one; by the
 * second alone, a single slow process could make one.
 *
 * @param before Positive times, in any unit
 * @param after Positive times, in the same unit
 * @param known `model` of the noise and `call`, its key in it; what is usual by default
 * @returns The comparison; it says the opposite where the two change places
 * @throws {RangeError} When a side is empty or a time is not positive and finite
 */
export function compareTimes(
  before: readonly number[],
  after: readonly number[],
  known: { model: NoiseModel; call: string } = { model: usualNoise, call: "" },
): TimeComparison {
  const difference = timeRatio(before, after);
  const p = mannWhitneyP(before, after);
  const noise = noiseOf([before, after], known);
  const off = Math.max(difference.ratio, 1 / difference.ratio) - 1;
  const seen = p <= LARGEST_P && off > noise;
  const change = seen ? (difference.ratio > 1 ? "slower" : "faster") : null;
  const canShow = leastP(before.length, after.length) <= LARGEST_P;
  return { ...difference, p, noise, canShow, change };
}
