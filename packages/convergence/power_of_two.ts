/**
 * The least power of two that is at least `n`: `2^ceil(log2 n)`, in integers, since `Math.log2`
 * may round across a power.
 *
 * @param n An integer of at least 1
 * @returns A power of two in `n .. 2 n - 1`
 */
export function powerOfTwoAtLeast(n: number): number {
  let power = 1;
  while (power < n) power *= 2;
  return power;
}
