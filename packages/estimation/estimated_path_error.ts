import type { PriceEstimate } from "./price_schedule.ts";

/** An estimated path error as answers show it. */
export interface EstimatedPathError {
  /** Estimate in nats, at least 0. */
  readonly pathError: number;
  /** Its interval of nominal 95%, in nats, at least 0; null where all of it lies below 0. */
  readonly interval: readonly [number, number] | null;
}

/** What sums of some hundred losses are rounded by, in nats. */
const ROUNDING = 1e-12;

/** What answers say where an interval is null. */
export const BELOW_ZERO =
  "Warning: an interval lies below 0 as a whole, where no path error is: about one interval in forty does by chance where errors are 0; otherwise the log is at fault, its losses or its standard errors.";

/**
 * A price as a path error, which is never negative.
 *
 * @param price The price; noise may put it, or an end of its interval, below 0
 * @returns The same, cut at 0. An interval that reaches 0 misses no error for that; one that lies
 *   below 0 holds none, and is no interval
 */
export function pathErrorOf({ mean, interval: [low, high] }: PriceEstimate): EstimatedPathError {
  return {
    pathError: mean < ROUNDING ? 0 : mean,
    interval: high < -ROUNDING ? null : [low, high].map((end) => end < ROUNDING ? 0 : end) as [
      number,
      number,
    ],
  };
}

/**
 * The warning that some prices need.
 *
 * @param prices Prices of an answer
 * @returns {@linkcode BELOW_ZERO} if one has no interval, else nothing
 */
export function priceNotes(
  prices: readonly Pick<EstimatedPathError, "interval">[],
): readonly string[] {
  return prices.some(({ interval }) => interval === null) ? [BELOW_ZERO] : [];
}
