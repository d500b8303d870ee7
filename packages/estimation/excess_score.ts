/**
 * The standard score of a sum of squares over its variance, from the cube root's near-normal law.
 *
 *     F = chi2 / n1,   score ~ N(0, 1) where the squares are those of noise
 *
 * `chi2` has `n1` degrees of freedom, the variance it is measured by `n2` (infinite where it is
 * known). Good to about 0.05 for `n1 >= 3`.
 *
 * @param chiSquare Sum of squares over their variances, at least 0
 * @param freedom `n1` at least 1; `variance` `n2`, infinite by default
 * @returns Score; above 2.33 by chance in 1 of 100
 * @see E. Paulson, Ann. Math. Statist. 13 (1942) 233; Wilson and Hilferty, PNAS 17 (1931) 684
 */
export function excessScore(
  chiSquare: number,
  freedom: { of: number; variance?: number },
): number {
  const { of, variance = Infinity } = freedom;
  const root = Math.cbrt(chiSquare / of);
  const a = 2 / (9 * of);
  const b = 2 / (9 * variance);
  return ((1 - b) * root - (1 - a)) / Math.sqrt(a + b * root * root);
}
