import { curveMeasures } from "@unmask/information";
import {
  dualTotalCorrelationSchedule,
  type MaskSizes,
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
  applies: (sizes) => zetaOf(sizes, totalCorrelationSchedule) !== undefined,
  schedules: (length) => everyZeta(length, totalCorrelationSchedule),
  evaluate: (curve, sizes) =>
    curveMeasures(curve).totalCorrelation / (zetaOf(sizes, totalCorrelationSchedule)! - 1),
  coefficients(sizes, out): number {
    out.fill(1);
    return zetaOf(sizes, totalCorrelationSchedule)! - 1;
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
  applies: (sizes) => zetaOf(sizes, dualTotalCorrelationSchedule) !== undefined,
  schedules: (length) => everyZeta(length, dualTotalCorrelationSchedule),
  evaluate: (curve, sizes) =>
    curveMeasures(curve).dualTotalCorrelation / (zetaOf(sizes, dualTotalCorrelationSchedule)! - 1),
  coefficients(sizes, out): number {
    // DTC = sum_j (Z_L - Z_j).
    const length = sequenceLength(sizes);
    out.fill(-1);
    out[length - 1]! += length;
    return zetaOf(sizes, dualTotalCorrelationSchedule)! - 1;
  },
};

type ZetaSchedule = (options: { length: number; zeta: number }) => MaskSizes;

function* everyZeta(length: number, schedule: ZetaSchedule): Generator<MaskSizes> {
  for (let zeta = 2; zeta <= length + 1; zeta++) yield schedule({ length, zeta });
}

/**
 * The largest zeta whose schedule this is. A longer largest set needs a smaller zeta, so the only
 * candidates are those whose largest set, `floor(L / zeta)`, has the right size; all ones come from
 * every zeta above half the length, without end, and are given `L + 1`, where the theorem puts them.
 */
function zetaOf(sizes: MaskSizes, schedule: ZetaSchedule): number | undefined {
  const length = sequenceLength(sizes);
  const largest = sizes.reduce((most, size) => Math.max(most, size), 1);
  const from = largest === 1 ? length + 1 : Math.floor(length / largest);
  for (let zeta = from; zeta >= 2 && Math.floor(length / zeta) <= largest; zeta--) {
    const built = schedule({ length, zeta });
    if (built.length === sizes.length && built.every((size, t) => size === sizes[t])) return zeta;
  }
  return undefined;
}
