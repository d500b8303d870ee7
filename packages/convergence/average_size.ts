import { type MaskSizes, maskSizes, sequenceLength } from "@unmask/schedules";
import type { Bound } from "./bound.ts";

/**
 * For one constant size the error is bounded by what a single token can know, whatever the length.
 *
 *     EKL <= (s - 1) Z_L <= (s - 1) ln K
 *
 * Zero for all ones.
 *
 * @see after Lavenant and Zanella, arXiv 2510.25544 (abstract)
 */
export const averageSize: Bound = {
  key: "average-size",
  name: "Lavenant and Zanella, constant size",
  citation: "after arXiv 2510.25544, abstract",
  formula: "EKL <= (s - 1) Z_L",
  kind: "upper",
  hypotheses: "balanced: every size is s",
  applies: (sizes) => sizes.every((size) => size === sizes[0]),
  *schedules(length): Generator<MaskSizes> {
    for (let size = length; size >= 1; size--) {
      if (length % size === 0) yield maskSizes(new Array<number>(length / size).fill(size));
    }
  },
  evaluate: (curve, sizes) => (sizes[0]! - 1) * curve.tokenMutualInformation[curve.length - 1]!,
  coefficients(sizes, out): number {
    out.fill(0);
    out[sequenceLength(sizes) - 1] = sizes[0]! - 1;
    return 1;
  },
};
