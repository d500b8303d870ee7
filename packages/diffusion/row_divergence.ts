import { relativeEntropyTerm } from "@unmask/information";

/** How far from 1 rounding alone takes the sum of a row: a million additions in double precision. */
const ROUNDING = 1e-9;

/**
 * Divergence of a predicted row from the exact one, as path errors count it.
 *
 *     sum_y p(y) ln( p(y) / phat(y) )
 *
 * Zero for equal rows, and never below for rows that are laws to rounding. A row of a
 * single-precision model sums to 1 within 1e-5, and what it lacks is part of its error. Infinite
 * where the prediction excludes a token that can occur. O(K).
 *
 * @param exact Rows of exact probabilities
 * @param predicted Rows of predictions
 * @param range `from`, where the row begins in both, and `count` of its entries
 * @returns Divergence in nats, in `[-1e-5, Infinity]`
 */
export function rowDivergence(
  exact: Float64Array,
  predicted: Float64Array,
  { from, count }: { from: number; count: number },
): number {
  let sum = 0;
  let lacking = 0;
  for (let i = from; i < from + count; i++) {
    sum += relativeEntropyTerm(exact[i]!, predicted[i]!);
    lacking += exact[i]! - predicted[i]!;
  }
  return Math.abs(lacking) > ROUNDING ? sum + lacking : sum;
}
