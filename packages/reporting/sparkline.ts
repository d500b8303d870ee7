const BLOCKS = "▁▂▃▄▅▆▇█";

/**
 * A small graph of values on one line of text, one block a value.
 *
 * The lowest value is the lowest block and the highest the full one; equal values are all the lowest block, and a value
 * that is not finite is a space. O(values).
 *
 * @param values Values, from left to right
 * @returns Text of as many characters as there are values
 */
export function sparkline(values: readonly number[] | Float64Array): string {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  let text = "";
  for (const value of values) {
    // Halves first: the difference of two finite numbers may be infinite.
    const share = high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0;
    text += Number.isFinite(value) ? BLOCKS[Math.round(share * (BLOCKS.length - 1))]! : " ";
  }
  return text;
}
