/**
 * The smallest prime that is at least a number: the vocabulary of a Reed-Solomon code of that length.
 *
 * By trial division, O(sqrt(n)) a candidate.
 *
 * @param least An integer of at least 1
 * @returns The prime
 */
export function primeField(least: number): number {
  let candidate = Math.max(2, least);
  while (!isPrime(candidate)) candidate++;
  return candidate;
}

function isPrime(value: number): boolean {
  for (let divisor = 2; divisor * divisor <= value; divisor++) {
    if (value % divisor === 0) return false;
  }
  return true;
}
