import { median } from "simple-statistics";
import { pairsLeftOut } from "./mann_whitney.ts";

/** By how much times differ. */
export interface TimeRatio {
  /** The Hodges-Lehmann estimate: the median of all ratios of a time after over a time before. */
  readonly ratio: number;
  /**
   * The ratios that the Mann-Whitney test at 5% would not refuse: an interval of confidence of 95% or
   * more, or from the least to the largest ratio where so few times cannot give that.
   */
  readonly interval: readonly [number, number];
}

/**
 * By what factor times differ, with an interval, without a law of the times.
 *
 * It is the opposite, `1 / ratio`, where the two sides change places.
 *
 * @param before Positive times, in any unit
 * @param after Positive times, in the same unit
 * @returns The ratio
 * @throws {RangeError} When a side is empty or a time is not positive and finite
 */
export function timeRatio(before: readonly number[], after: readonly number[]): TimeRatio {
  for (const times of [before, after]) {
    if (!(times.length > 0 && times.every((time) => time > 0 && time < Infinity))) {
      throw new RangeError(`Cannot compare times: they must be positive, got ${times.join(", ")}`);
    }
  }
  const differences = after.flatMap((late) => before.map((early) => Math.log(late / early)))
    .sort((a, b) => a - b);
  const out = Math.max(pairsLeftOut(before.length, after.length, 0.95) - 1, 0);
  return {
    ratio: Math.exp(median(differences)),
    interval: [Math.exp(differences[out]!), Math.exp(differences.at(-1 - out)!)],
  };
}
