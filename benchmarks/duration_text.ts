import { formatNumber } from "@unmask/reporting";

/**
 * A duration in the unit that leaves 1 to 999, with three digits.
 *
 * @param seconds A positive duration
 * @returns Text such as `12.3 µs`
 */
export function durationText(seconds: number): string {
  const units = ["s", "ms", "µs", "ns"];
  let value = Number(seconds.toPrecision(3));
  let unit = 0;
  while (value < 1 && unit < units.length - 1) {
    value = Number((value * 1000).toPrecision(3));
    unit++;
  }
  return `${formatNumber(value, { digits: 3 })} ${units[unit]}`;
}

/**
 * By how much a quantity differs.
 *
 * @param ratio After over before, positive
 * @returns Text such as `7% more` or `the same`
 */
export function percentText(ratio: number): string {
  const percent = Math.round(100 * (ratio - 1));
  if (percent === 0) return "the same";
  return `${formatNumber(Math.abs(percent))}% ${percent > 0 ? "more" : "less"}`;
}
