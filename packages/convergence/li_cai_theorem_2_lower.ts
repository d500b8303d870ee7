import { type MaskSizes, maximumSize, sequenceLength } from "@unmask/schedules";
import type { Bound } from "./bound.ts";
import { EXTREME_COST_LIMIT, extremeSchedules } from "./extreme_schedules.ts";
import { dyadicSum } from "./li_cai_theorem_2_upper.ts";
import { powerOfTwoAtLeast } from "./power_of_two.ts";

/**
 * The paper's lower bound: among schedules of about one size, some one is nearly as bad as the
 * upper bound allows.
 *
 *     max over s/2 <= s_t <= s of EKL >= (1/16) s sum_{j=1..m} 2^-j Z_{L - s 2^-j + 1},   s = 2^m
 *
 * It does not hold for every such schedule: on a code, a balanced schedule may have error 0. So it
 * is checked on the worst schedule with those sizes, found by dynamic programming.
 *
 * Nor does it hold for lengths just above `s`, where the sizes leave hardly any choice: at `L = 17`,
 * `s = 16` the only schedules are 9, 8 and 8, 9, and on the curve `Z_9 = 8/9`, `Z_j = 1` for
 * `j >= 10`, both cost 8/9, less than 15/16. The paper's own condition was not read; stated here for
 * `L <= s` and for `L >= 9 s / 8`, which `decideWorstSchedule` proves for every length up to 255.
 *
 * @see arXiv 2505.21400, Theorem 2
 */
export const liCaiTheorem2Lower: Bound = {
  key: "li-cai-theorem-2-lower",
  name: "Li and Cai, Theorem 2, lower",
  citation: "arXiv 2505.21400, Theorem 2",
  formula: "some schedule with s/2 <= s_t <= s has EKL >= (s/16) sum_{j=1..m} 2^-j Z_{L-s 2^-j+1}",
  kind: "lower",
  hypotheses: "every size between s/2 and s = 2^ceil(log2 s_max), and L <= s or L >= 9 s / 8",
  applies(sizes): boolean {
    const length = sequenceLength(sizes);
    const largest = powerOfTwoAtLeast(maximumSize(sizes));
    return (length <= largest || 8 * length >= 9 * largest) &&
      sizes.every((size) => 2 * size >= largest);
  },
  evaluate: (curve, sizes) =>
    dyadicSum(curve.tokenMutualInformation, powerOfTwoAtLeast(maximumSize(sizes))) / 16,
  witness(curve, sizes): MaskSizes | undefined {
    const limits = balancedLimits(sizes);
    const cost = curve.length * (limits.largest - limits.smallest + 1);
    return cost <= EXTREME_COST_LIMIT ? extremeSchedules(curve, limits).worst.sizes : undefined;
  },
  coefficients(sizes, out): number {
    out.fill(0);
    const length = sequenceLength(sizes);
    for (let half = powerOfTwoAtLeast(maximumSize(sizes)) / 2; half >= 1; half /= 2) {
      out[length - half]! += half;
    }
    return 16;
  },
};

/**
 * The sizes among which Theorem 2 finds its bad schedule: from `s / 2` to `s`, for the power of two
 * that the given sizes reach.
 *
 * @param sizes Mask sizes in order of unmasking
 * @returns The least and the greatest size, at most the length
 */
export function balancedLimits(sizes: MaskSizes): { smallest: number; largest: number } {
  const size = powerOfTwoAtLeast(maximumSize(sizes));
  return { smallest: Math.ceil(size / 2), largest: Math.min(size, sequenceLength(sizes)) };
}
