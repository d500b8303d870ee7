/** Hexadecimal digits that are kept of a long integer: 77 bits or more, where a double holds 53. */
const KEPT_DIGITS = 20;

/**
 * The double nearest to a fraction of integers, up to a few roundings, however large they are.
 *
 * O(digits) time.
 *
 * @param numerator Any integer
 * @param denominator An integer of at least 1
 * @returns `numerator / denominator`; infinite where it is beyond all doubles
 */
export function ratio(numerator: bigint, denominator: bigint): number {
  const above = leading(numerator);
  const below = leading(denominator);
  const exponent = above.exponent - below.exponent;
  // In two halves, since the power alone may be beyond all doubles where the fraction is not.
  const half = Math.trunc(exponent / 2);
  return above.value / below.value * 2 ** half * 2 ** (exponent - half);
}

/** An integer as its leading digits times a power of two. */
function leading(integer: bigint): { value: number; exponent: number } {
  const size = integer < 0n ? -integer : integer;
  const exponent = 4 * Math.max(0, size.toString(16).length - KEPT_DIGITS);
  const value = Number(size >> BigInt(exponent));
  return { value: integer < 0n ? -value : value, exponent };
}
