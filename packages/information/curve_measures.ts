import { compensatedSum } from "./compensated_sum.ts";
import { informationBetween, type InformationCurve } from "./information_curve.ts";

/** The four numbers of a law that its information curve determines, in nats. */
export interface CurveMeasures {
  /** `H(X) = sum_k f(k)`. */
  readonly entropy: number;
  /** `TC = sum_i H(X_i) - H(X) = sum_j Z_j`. */
  readonly totalCorrelation: number;
  /** `DTC = H(X) - sum_i H(X_i | X_-i) = sum_j (Z_L - Z_j)`. */
  readonly dualTotalCorrelation: number;
  /** `MI = sum_i I(X_i; X_-i) = L Z_L = TC + DTC`, the sum in the paper's theorems. */
  readonly totalMutualInformation: number;
}

/**
 * Entropy, total correlation, dual total correlation and total token mutual information, read off
 * the curve as sums of non-negative terms.
 *
 * O(L) time, O(1) memory.
 *
 * @param curve An exact information curve
 * @returns The measures, each in nats and at least 0
 */
export function curveMeasures(curve: InformationCurve): CurveMeasures {
  const z = curve.tokenMutualInformation;
  const end = curve.length - 1;
  return {
    entropy: compensatedSum(curve.conditionalEntropies),
    totalCorrelation: compensatedSum(z),
    dualTotalCorrelation: compensatedSum(
      z.map((_, from) => informationBetween(curve, { from, to: end })),
    ),
    totalMutualInformation: curve.length * z[end]!,
  };
}
