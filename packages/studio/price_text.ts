import { formatNumber } from "@unmask/reporting/plain";
import type { Price, Saving } from "./answer.ts";

/**
 * A price for a reader: four digits, and the interval of an estimate.
 *
 * @param price The price
 * @returns For example `1.234 nats`, or `1.2 nats, estimated; 95% interval 1.1 to 1.4`
 */
export function priceText({ nats, interval }: Price): string {
  const value = `${formatNumber(nats)} nats`;
  return interval === undefined
    ? value
    : `${value}, estimated; 95% interval ${intervalText(interval)}`;
}

/**
 * An interval for a reader.
 *
 * @param interval Its ends in nats, or null
 * @returns For example `1.1 to 1.4`, or `below 0`
 */
export function intervalText(interval: readonly [number, number] | null): string {
  return interval === null
    ? "below 0"
    : `${formatNumber(interval[0])} to ${formatNumber(interval[1])}`;
}

/**
 * What the optimum saves of another schedule's error.
 *
 * @param optimum Path error of the optimum in nats
 * @param other That of the other schedule
 * @returns For example `12.3%`; `none` below a thousandth, or where there is nothing to save;
 *   `100.0%` only where all is saved
 */
export function savingText(optimum: number, other: number): string {
  const share = other > 0 ? 1 - optimum / other : 0;
  if (share < 0.001) return "none";
  return share < 1 && share > 0.999 ? "over 99.9%" : `${(100 * share).toFixed(1)}%`;
}

/**
 * What the optimum of an estimate saves of another schedule's error.
 *
 * @param saving The difference of the two prices
 * @returns The interval, for example `1.1 to 1.4 nats`; `noise can explain it` where it holds 0;
 *   `none` of the optimum's own sizes
 */
export function estimatedSavingText({ interval }: Saving): string {
  const [low, high] = interval;
  if (low === 0 && high === 0) return "none";
  return low > 0 ? `${intervalText(interval)} nats` : "noise can explain it";
}
