/**
 * Sum of numbers with Neumaier's compensation, for sums whose rounding would otherwise grow with
 * their length.
 *
 *     |computed - exact| <= 2 u |exact| + O(n u^2) sum |x_i|,   u = 2^-53
 *
 * Zero for no numbers; infinite where the plain sum leaves the range of doubles. O(n) time, O(1)
 * memory.
 *
 * @param values Finite numbers, any order
 * @returns Their sum
 * @see A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", 1974
 */
export function compensatedSum(values: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }
  // Beyond the range of doubles the compensation is Infinity - Infinity.
  return Number.isFinite(sum) ? sum + lost : sum;
}
