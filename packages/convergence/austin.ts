import { curveMeasures } from "@unmask/information";
import { type MaskSizes, sequenceLength, unbalanced } from "@unmask/schedules";
import type { Bound } from "./bound.ts";

/**
 * Single tokens first, then one shot: what a few known tokens leave of the dual total correlation.
 *
 *     EKL <= ((L - k + 1) / k) DTC   for   sizes = 1, .., 1, L - k + 1   (k of them)
 *
 * @see Austin; Chen, Cong, Li, arXiv 2511.04647, Corollary 34
 */
export const austin: Bound = {
  key: "austin",
  name: "Austin, singles then one shot",
  citation: "arXiv 2511.04647, Corollary 34",
  formula: "EKL <= ((L - k + 1) / k) DTC",
  kind: "upper",
  hypotheses: "k - 1 single tokens, then all the rest in one step",
  applies: (sizes) => sizes.every((size, t) => size === 1 || t === sizes.length - 1),
  *schedules(length): Generator<MaskSizes> {
    for (let steps = 1; steps <= length; steps++) yield unbalanced.sizes({ length, steps });
  },
  evaluate: (curve, sizes) =>
    sizes.at(-1)! / sizes.length * curveMeasures(curve).dualTotalCorrelation,
  coefficients(sizes, out): number {
    // DTC = sum_j (Z_L - Z_j).
    const length = sequenceLength(sizes);
    const last = sizes[sizes.length - 1]!;
    out.fill(-last);
    out[length - 1]! += length * last;
    return sizes.length;
  },
};
