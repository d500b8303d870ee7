import { curveMeasures } from "@unmask/information";
import { maximumSize, sequenceLength } from "@unmask/schedules";
import type { Bound } from "./bound.ts";

/**
 * The paper's `1/T` law, for balanced schedules, with the constant that Theorem 1 yields.
 *
 *     EKL <= (C1 / T) MI,   C1 = 2   for   s_max = ceil(L / T)
 *
 * The constant printed in the paper was not read; 2 follows from Theorem 1, since
 * `2^ceil(log2 s) - 1 <= 2 (s - 1)` for `s >= 1` (both sides 0 at 1) and `s - 1 < L / T`.
 *
 * @see arXiv 2505.21400, Corollary 1
 */
export const liCaiCorollary1: Bound = {
  key: "li-cai-corollary-1",
  name: "Li and Cai, Corollary 1",
  citation: "arXiv 2505.21400, Corollary 1 (constant re-derived)",
  formula: "EKL <= (2 / T) MI",
  kind: "upper",
  hypotheses: "balanced: s_max = ceil(L / T)",
  applies: (sizes) => maximumSize(sizes) === Math.ceil(sequenceLength(sizes) / sizes.length),
  evaluate: (curve, sizes) => 2 / sizes.length * curveMeasures(curve).totalMutualInformation,
  coefficients(sizes, out): number {
    const length = sequenceLength(sizes);
    out.fill(0);
    out[length - 1] = 2 * length;
    return sizes.length;
  },
};
