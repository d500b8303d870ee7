import { curveMeasures } from "@unmask/information";
import { maximumSize, sequenceLength } from "@unmask/schedules";
import type { Bound } from "./bound.ts";
import { powerOfTwoAtLeast } from "./power_of_two.ts";

/**
 * The paper's main upper bound, for every schedule.
 *
 *     EKL <= (2^ceil(log2 s_max) - 1) / L * MI
 *
 * Zero for all ones. The exponent is on the 2: the flattened reading `2 ceil(log2 s_max) - 1` is
 * negative at `s_max = 1` and false for larger sizes.
 *
 * @see arXiv 2505.21400, Theorem 1
 */
export const liCaiTheorem1: Bound = {
  key: "li-cai-theorem-1",
  name: "Li and Cai, Theorem 1",
  citation: "arXiv 2505.21400, Theorem 1",
  formula: "EKL <= (2^ceil(log2 s_max) - 1) / L * MI",
  kind: "upper",
  hypotheses: "every schedule",
  applies: () => true,
  evaluate: (curve, sizes) =>
    (powerOfTwoAtLeast(maximumSize(sizes)) - 1) / sequenceLength(sizes) *
    curveMeasures(curve).totalMutualInformation,
  coefficients(sizes, out): number {
    // MI = L Z_L cancels the length.
    out.fill(0);
    out[sequenceLength(sizes) - 1] = powerOfTwoAtLeast(maximumSize(sizes)) - 1;
    return 1;
  },
};
