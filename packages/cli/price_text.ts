import type { PriceEstimate } from "@unmask/estimation";
import { natsText } from "./number_text.ts";

/** An estimated path error as answers show it. */
export interface EstimatedPathError {
  /** Estimate in nats, at least 0. */
  readonly pathError: number;
  /** Its interval of nominal 95%, in nats, at least 0. */
  readonly interval: readonly [number, number];
}

/**
 * A price as a path error, which is never negative.
 *
 * @param price The price; noise may put it, or an end of its interval, below 0
 * @returns The same, cut at 0: the interval misses no error for that
 */
export function pathErrorOf({ mean, interval: [low, high] }: PriceEstimate): EstimatedPathError {
  return { pathError: Math.max(0, mean), interval: [Math.max(0, low), Math.max(0, high)] };
}

/**
 * An interval as people read it.
 *
 * @param interval Its ends
 * @returns For example `1.2 to 1.8`
 */
export function intervalText([low, high]: readonly [number, number]): string {
  return `${natsText(low)} to ${natsText(high)}`;
}
