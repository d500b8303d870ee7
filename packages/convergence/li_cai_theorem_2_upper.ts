import { maximumSize, sequenceLength } from "@unmask/schedules";
import type { Bound } from "./bound.ts";
import { powerOfTwoAtLeast } from "./power_of_two.ts";

/**
 * The paper's refined upper bound, which reads the curve near its end on a dyadic grid.
 *
 *     EKL <= s sum_{j=1..m} 2^-j Z_{L - s 2^-j + 1},   s = 2^m,   m = ceil(log2 s_max)
 *
 * Zero for all ones. At most Theorem 1, since every `Z` on the right is at most `Z_L`. Re-derived:
 * with `m` taken from `s_max` every index lies in `2 .. L`.
 *
 * @see arXiv 2505.21400, Theorem 2
 */
export const liCaiTheorem2Upper: Bound = {
  key: "li-cai-theorem-2-upper",
  name: "Li and Cai, Theorem 2, upper",
  citation: "arXiv 2505.21400, Theorem 2 (refined form, re-derived)",
  formula: "EKL <= s sum_{j=1..m} 2^-j Z_{L - s 2^-j + 1}, s = 2^m, m = ceil(log2 s_max)",
  kind: "upper",
  hypotheses: "every schedule",
  applies: () => true,
  evaluate: (curve, sizes) =>
    dyadicSum(curve.tokenMutualInformation, powerOfTwoAtLeast(maximumSize(sizes))),
  coefficients(sizes, out): number {
    out.fill(0);
    const length = sequenceLength(sizes);
    for (let half = powerOfTwoAtLeast(maximumSize(sizes)) / 2; half >= 1; half /= 2) {
      out[length - half]! += half;
    }
    return 1;
  },
};

/**
 * `s sum_{j=1..m} 2^-j Z_{L - s 2^-j + 1}`, the sum on the right of both halves of Theorem 2.
 *
 * @param tokenMutualInformation `Z_1 .. Z_L` in nats
 * @param size `s`, a power of two with `s / 2 < L`
 * @returns The sum in nats
 */
export function dyadicSum(tokenMutualInformation: Float64Array, size: number): number {
  const length = tokenMutualInformation.length;
  let sum = 0;
  for (let half = size / 2; half >= 1; half /= 2) {
    sum += half * tokenMutualInformation[length - half]!;
  }
  return sum;
}
