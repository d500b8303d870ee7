import { curveMeasures } from "@unmask/information";
import {
  type MaskSizes,
  maskSizes,
  sequenceLength,
  totalCorrelationSchedule,
} from "@unmask/schedules";
import type { Bound } from "./bound.ts";

/**
 * The guarantee of the schedule for a known total correlation.
 *
 *     EKL <= TC / (zeta - 1)   for the schedule of zeta
 *
 * that is `EKL <= eps` for `zeta = 1 + ceil(TC / eps)`. For sizes that several zeta make, the
 * largest counts: it promises most.
 *
 * @see Chen, Cong, Li, arXiv 2511.04647, Theorem 9
 */
export const tcSchedule: Bound = {
  key: "tc-schedule",
  name: "Chen, Cong and Li, known TC",
  citation: "arXiv 2511.04647, Theorem 9",
  formula: "EKL <= TC / (zeta - 1)",
  kind: "upper",
  hypotheses: "the schedule built from TC: N_i = floor(N_{i-1} + (L - N_{i-1}) / zeta)",
  applies: (sizes) => zetaOf(sizes) !== undefined,
  schedules: everySchedule,
  evaluate: (curve, sizes) => curveMeasures(curve).totalCorrelation / (zetaOf(sizes)! - 1),
  coefficients(sizes, out): number {
    out.fill(1);
    return zetaOf(sizes)! - 1;
  },
};

/**
 * The guarantee of the schedule for a known dual total correlation.
 *
 *     EKL <= DTC / (zeta - 1)   for the schedule of zeta
 *
 * @see Chen, Cong, Li, arXiv 2511.04647, Theorem 9
 */
export const dtcSchedule: Bound = {
  key: "dtc-schedule",
  name: "Chen, Cong and Li, known DTC",
  citation: "arXiv 2511.04647, Theorem 9",
  formula: "EKL <= DTC / (zeta - 1)",
  kind: "upper",
  hypotheses: "the schedule built from DTC: N'_i = ceil(N'_{i-1} (1 - 1/zeta)), reversed",
  applies: (sizes) => zetaOf(mirrored(sizes)) !== undefined,
  *schedules(length): Generator<MaskSizes> {
    for (const sizes of everySchedule(length)) yield mirrored(sizes);
  },
  evaluate: (curve, sizes) =>
    curveMeasures(curve).dualTotalCorrelation / (zetaOf(mirrored(sizes))! - 1),
  coefficients(sizes, out): number {
    // DTC = sum_j (Z_L - Z_j).
    const length = sequenceLength(sizes);
    out.fill(-1);
    out[length - 1]! += length;
    return zetaOf(mirrored(sizes))! - 1;
  },
};

/** Each schedule that some zeta builds from TC, once; with the largest zeta that builds it. */
function* everySchedule(length: number): Generator<MaskSizes> {
  for (let zeta = 2; zeta <= length + 1; zeta++) {
    const sizes = totalCorrelationSchedule({ length, zeta });
    if (zetaOf(sizes) === zeta) yield sizes;
  }
}

/** The schedules built from DTC are those built from TC backwards, with the same zeta. */
function mirrored(sizes: MaskSizes): MaskSizes {
  return maskSizes(sizes.toReversed());
}

/**
 * The largest zeta whose schedule built from TC this is.
 *
 * A size `s >= 2` with `R` tokens left means `s = floor(R / zeta)`, so `zeta <= R / s`; the largest
 * zeta that all of them admit builds these sizes, or none does. All ones come from every zeta above
 * half the length, without end, and are given `L + 1`, where the theorem puts them. O(L) time.
 */
function zetaOf(sizes: MaskSizes): number | undefined {
  const length = sequenceLength(sizes);
  let zeta = length + 1;
  let left = length;
  for (const size of sizes) {
    if (size > 1) zeta = Math.min(zeta, Math.floor(left / size));
    left -= size;
  }
  if (zeta < 2) return undefined;
  const built = totalCorrelationSchedule({ length, zeta });
  return built.length === sizes.length && built.every((size, t) => size === sizes[t])
    ? zeta
    : undefined;
}
