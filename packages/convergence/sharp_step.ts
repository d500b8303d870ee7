import { informationBetween } from "@unmask/information";
import { revealedCounts } from "@unmask/schedules";
import type { Bound } from "./bound.ts";

/**
 * The sharp bound step by step: each set pays for the rise of the curve across it.
 *
 *     EKL <= sum_t (s_t - 1) (Z_{N_t + s_t} - Z_{N_t + 1})
 *
 * Zero for all ones, and wherever the curve is flat within every set. At most `sharp-max`. Attained
 * by curves that jump right after the first token of a set.
 *
 * @see Chen, Cong, Li, arXiv 2511.04647, Appendix F
 */
export const sharpStep: Bound = {
  key: "sharp-step",
  name: "Chen, Cong and Li, step by step",
  citation: "arXiv 2511.04647, Appendix F",
  formula: "EKL <= sum_t (s_t - 1) (Z_{N_t + s_t} - Z_{N_t + 1})",
  kind: "upper",
  hypotheses: "every schedule",
  applies: () => true,
  evaluate(curve, sizes): number {
    return revealedCounts(sizes).reduce((sum, from, t) => {
      const size = sizes[t]!;
      return sum + (size - 1) * informationBetween(curve, { from, to: from + size - 1 });
    }, 0);
  },
  coefficients(sizes, out): number {
    out.fill(0);
    let revealed = 0;
    for (let t = 0; t < sizes.length; t++) {
      const size = sizes[t]!;
      out[revealed + size - 1]! += size - 1;
      out[revealed]! -= size - 1;
      revealed += size;
    }
    return 1;
  },
};
