import {
  absentText,
  decimalOrder,
  fixedText,
  formatNumber,
  isPlain,
  type NumberFormat,
  significantDigits,
} from "./format_number.ts";

/**
 * The numbers of one column, in one notation where their sizes allow it.
 *
 * Unless all are whole, they get the same number of decimals, so that right-aligned points stand under each other: as
 * many as give the smallest number its `digits`, but no more than give the largest `digits + 2`, nor more than any of
 * them needs. A zero stays `0`, for it says that the value is exactly zero. Where sizes differ so much that the smallest would keep fewer than two
 * digits, each number is shown as by `formatNumber`. O(values).
 *
 * @param values Numbers, `null` for one that does not exist
 * @param format Significant digits
 * @returns One text a value
 * @throws RangeError if `digits` is not an integer in [1, 15]
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { formatColumn } from "@unmask/reporting";
 *
 * assert.deepEqual(formatColumn([0.05618, 12.3456, 0, null]), ["0.0562", "12.3456", "0", "n/a"]);
 * ```
 */
export function formatColumn(
  values: readonly (number | null)[],
  format: NumberFormat = {},
): readonly string[] {
  const decimals = commonDecimals(values, significantDigits(format));
  if (decimals === null) return values.map((value) => formatNumber(value, format));
  return values.map((value) => {
    if (value === null || !Number.isFinite(value)) return absentText(value);
    return value === 0 ? "0" : fixedText(value, decimals);
  });
}

/** Decimals that suit all of the numbers, or null if none do. */
function commonDecimals(values: readonly (number | null)[], digits: number): number | null {
  const numbers = values.filter((v): v is number => v !== null && Number.isFinite(v) && v !== 0);
  if (numbers.every(Number.isInteger) || !numbers.every(isPlain)) return null;
  const orders = numbers.map((number) => decimalOrder(number, digits));
  const smallest = Math.min(...orders);
  const largest = Math.max(...orders);
  const wanted = decimalsNeeded(numbers, Math.max(0, digits - 1 - smallest));
  const decimals = Math.min(wanted, Math.max(0, digits + 1 - largest));
  return decimals === wanted || decimals >= 1 - smallest ? decimals : null;
}

/** Decimals, `most` at most, beyond which all of the numbers have only zeros. */
function decimalsNeeded(numbers: readonly number[], most: number): number {
  const fractions = numbers.map((number) => number.toFixed(most).split(".")[1] ?? "");
  return Math.max(...fractions.map((fraction) => fraction.replace(/0+$/, "").length));
}
