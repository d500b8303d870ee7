/**
 * The number of ways to choose `k` of `n` things. O(k) time.
 *
 * @param n How many there are
 * @param k How many to choose
 * @returns `C(n, k)`, exact while `n C(n, k)` is below 2^53
 */
export function binomial(n: number, k: number): number {
  let product = 1;
  for (let i = 1; i <= k; i++) product = product * (n - k + i) / i;
  return product;
}
