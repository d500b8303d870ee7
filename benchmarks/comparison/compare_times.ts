import { median } from "simple-statistics";

/** How two sets of times of one call differ. */
export interface TimeComparison {
  /** Median after over median before. */
  readonly ratio: number;
  /** The larger spread of the two, slowest over fastest, as a share: 0.05 for 5%. */
  readonly noise: number;
  /** What can be said; null where no change can be seen at this noise. */
  readonly change: "slower" | "faster" | null;
}

/**
 * Least change that is called one. Medians of one call in fresh processes vary by about 3%, so two of
 * them differ by chance with a standard deviation of 4%; 15% is three and a half of those.
 */
export const LEAST_CHANGE = 0.15;

/**
 * Compares times of a call before and after.
 *
 * A change is seen where every time after lies on one side of every time before, and the medians
 * differ by more than the larger spread and by more than {@linkcode LEAST_CHANGE}. By the first
 * alone, five and five times of the same law are called a change in 1 of 126 cases.
 *
 * @param before Positive times, in any unit
 * @param after Positive times, in the same unit
 * @returns The comparison; it says the opposite where the two change places
 * @throws {RangeError} When a side is empty or a time is not positive and finite
 */
export function compareTimes(
  before: readonly number[],
  after: readonly number[],
): TimeComparison {
  for (const times of [before, after]) {
    if (!(times.length > 0 && times.every((time) => time > 0 && time < Infinity))) {
      throw new RangeError(`Cannot compare times: they must be positive, got ${times.join(", ")}`);
    }
  }
  const ratio = median([...after]) / median([...before]);
  const noise = Math.max(spreadOf(before), spreadOf(after)) - 1;
  const change = Math.max(ratio, 1 / ratio) - 1;
  const seen = change > noise && change > LEAST_CHANGE;
  if (seen && Math.min(...after) > Math.max(...before)) return { ratio, noise, change: "slower" };
  if (seen && Math.max(...after) < Math.min(...before)) return { ratio, noise, change: "faster" };
  return { ratio, noise, change: null };
}

function spreadOf(times: readonly number[]): number {
  return Math.max(...times) / Math.min(...times);
}
