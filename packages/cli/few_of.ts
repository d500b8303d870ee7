/** Up to here, the numbers halfway between powers of two are shown too. */
const denseUpTo = 4096;

/**
 * A few of the numbers from `first` to `last`, to show in a table: all where they are few, else
 * powers of two and, up to a few thousand, the numbers halfway between them.
 *
 * @param first First number, 0 or 1
 * @param last Last number
 * @returns Increasing numbers, the first and the last among them; 24 for four million
 */
export function fewOf(first: number, last: number): number[] {
  if (last - first < 16) return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const numbers = first === 0 ? [0] : [];
  for (let power = 1; power < last; power *= 2) {
    numbers.push(power);
    const halfway = 1.5 * power;
    if (power >= 2 && halfway < last && last <= denseUpTo) numbers.push(halfway);
  }
  return [...numbers, last];
}
