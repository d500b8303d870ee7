/** How a number is shown. */
export interface NumberFormat {
  /** Significant digits, an integer in [1, 15]; 4 by default. */
  readonly digits?: number;
}

/**
 * A number for people to read.
 *
 * Integers are whole; other numbers are rounded to `digits` significant digits, but to no fewer than stand before the
 * point, and lose trailing zeros. Commas from 10,000, an exponent below 1e-4 and from 1e6 (whole numbers: 1e15). O(1).
 *
 * | value | text |
 * |---|---|
 * | 0.056183 | 0.05618 |
 * | 24.5 | 24.5 |
 * | 262144 | 262,144 |
 * | 1.2e-9 | 1.2e-9 |
 * | NaN, null | n/a |
 * | Infinity | infinite |
 *
 * @param value A number, or `null` for one that does not exist
 * @param format Significant digits
 * @returns The text
 * @throws RangeError if `digits` is not an integer in [1, 15]
 */
export function formatNumber(value: number | null, format: NumberFormat = {}): string {
  const digits = significantDigits(format);
  if (value === null || !Number.isFinite(value)) return absentText(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return fixedText(value, 0);
  if (!isPlain(value)) {
    const [mantissa, exponent] = value.toExponential(digits - 1).split("e");
    return `${withoutTrailingZeros(mantissa!)}e${Number(exponent)}`;
  }
  const decimals = Math.max(0, digits - 1 - decimalOrder(value, digits));
  return withoutTrailingZeros(fixedText(value, decimals));
}

/** The checked number of significant digits. */
export function significantDigits({ digits = 4 }: NumberFormat): number {
  if (!(Number.isInteger(digits) && digits >= 1 && digits <= 15)) {
    throw new RangeError(
      `Cannot format the number: digits must be an integer in [1, 15], got ${digits}`,
    );
  }
  return digits;
}

/** What stands in place of a value that is not a finite number. */
export function absentText(value: number | null): string {
  if (value === null || Number.isNaN(value)) return "n/a";
  return value > 0 ? "infinite" : "-infinite";
}

/** Whether a number is of a size that is written without an exponent. */
export function isPlain(number: number): boolean {
  return Math.abs(number) >= 1e-4 && Math.abs(number) < 1e6;
}

/** Power of ten of the first digit, after rounding to `digits`. */
export function decimalOrder(number: number, digits: number): number {
  return Number(number.toExponential(digits - 1).split("e")[1]);
}

/** A number with that many decimals, and commas from 10,000. */
export function fixedText(number: number, decimals: number): string {
  // Adding 0 turns -0 into 0.
  const [whole, fraction] = (number + 0).toFixed(decimals).split(".");
  const grouped = whole!.replace(/^-/, "").length < 5
    ? whole!
    : whole!.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function withoutTrailingZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
