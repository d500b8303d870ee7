import { informationBetween, type InformationCurve } from "@unmask/information";
import { type MaskSizes, maskSizes, sequenceLength } from "@unmask/schedules";

/**
 * Exact path error of a mask size schedule with the exact mask predictor.
 *
 *     E_M KL(p || p_{Y|M}) = sum_t sum_{j=1}^{sizes[t]} (Z_{N_t + j} - Z_{N_t + 1})
 *                          = sum_t sizes[t] f(N_t) - H(X)
 *
 * the area between the information curve and its left staircase at the revealed counts `N_t`.
 * Zero for all ones; the total correlation for one shot. A sum of non-negative terms, so it keeps
 * the relative precision of the curve. O(L) time, O(1) memory.
 *
 * @param curve Exact information curve of the law
 * @param sizes Mask sizes in order of unmasking, summing to the curve's length
 * @returns Path error in nats, in `[0, TC]`
 * @throws {RangeError} When the sizes do not sum to the curve's length
 * @see arXiv 2505.21400
 */
export function pathError(curve: InformationCurve, sizes: readonly number[]): number {
  let revealed = 0;
  let sum = 0;
  let lost = 0;
  for (const size of maskSizes(sizes, { length: curve.length })) {
    for (let j = 1; j < size; j++) {
      const term = informationBetween(curve, { from: revealed, to: revealed + j }) - lost;
      const next = sum + term;
      lost = (next - sum) - term;
      sum = next;
    }
    revealed += size;
  }
  return sum;
}

/**
 * The coefficients that make the path error a linear form in the curve.
 *
 *     EKL(sizes) = sum_j a_j Z_j,   a_j = 1, minus sizes[t] at j = N_t + 1
 *
 * O(L) time and memory.
 *
 * @param sizes Mask sizes in order of unmasking
 * @returns `a_1 .. a_L`, integers that sum to 0
 */
export function pathErrorCoefficients(sizes: MaskSizes): Int32Array {
  const coefficients = new Int32Array(sequenceLength(sizes)).fill(1);
  let revealed = 0;
  for (const size of sizes) {
    coefficients[revealed]! -= size;
    revealed += size;
  }
  return coefficients;
}
