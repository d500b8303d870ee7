import { curveMeasures } from "@unmask/information";
import { maximumSize, sequenceLength } from "@unmask/schedules";
import type { Bound } from "./bound.ts";

/**
 * The sharp form of Theorem 1 in the largest size, for every schedule.
 *
 *     EKL <= ((s_max - 1) / L) MI
 *
 * Zero for all ones. Attained: by a code whose tokens become dependent just after the first token
 * of a largest set. It also gives `C1 = 1` in Corollary 1.
 *
 * @see Chen, Cong, Li, arXiv 2511.04647, Appendix F
 */
export const sharpMax: Bound = {
  key: "sharp-max",
  name: "Chen, Cong and Li, largest size",
  citation: "arXiv 2511.04647, Appendix F",
  formula: "EKL <= ((s_max - 1) / L) MI",
  kind: "upper",
  hypotheses: "every schedule",
  applies: () => true,
  evaluate: (curve, sizes) =>
    (maximumSize(sizes) - 1) / sequenceLength(sizes) *
    curveMeasures(curve).totalMutualInformation,
  coefficients(sizes, out): number {
    // MI = L Z_L cancels the length.
    out.fill(0);
    out[sequenceLength(sizes) - 1] = maximumSize(sizes) - 1;
    return 1;
  },
};
