import { natsText } from "./number_text.ts";

/**
 * An interval as people read it.
 *
 * @param interval Its ends, or null
 * @returns For example `1.2 to 1.8`
 */
export function intervalText(interval: readonly [number, number] | null): string {
  return interval === null ? "below 0" : `${natsText(interval[0])} to ${natsText(interval[1])}`;
}
