/** The 97.5% point of the normal law. */
const NORMAL = 1.959963984540054;

/**
 * The 97.5% point of Student's law: half the width of a 95% interval, in standard errors.
 *
 * By the expansion in `1/n`; exact for 1, 2 and infinitely many degrees of freedom, within 0.5%
 * between.
 *
 * @param freedom Degrees of freedom, above 0; infinite for the normal law
 * @returns The quantile, 1.96 or more
 * @see Abramowitz and Stegun, 26.7.5
 */
export function studentQuantile(freedom: number): number {
  const z = NORMAL;
  // Under one degree nothing is known of the noise; 12.7 is as far as this goes.
  if (!(freedom > 1)) return Math.tan(Math.PI * 0.475);
  if (freedom < 3) {
    const one = Math.tan(Math.PI * 0.475);
    const two = 0.95 * Math.sqrt(2 / (1 - 0.95 ** 2));
    if (freedom <= 2) return one + (two - one) * (freedom - 1);
    return two + (3.182446305284263 - two) * (freedom - 2);
  }
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  return terms.reduce((sum, term, i) => sum + term / freedom ** (i + 1), z);
}
