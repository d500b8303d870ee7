import { curveFromConditionalEntropies, type InformationCurve } from "@unmask/information";

/**
 * An information curve known from noisy losses: the curve of the law plus the predictor's own error
 * at each number of revealed tokens. Never an exact `InformationCurve`; see {@linkcode asIfExact}.
 */
export interface EstimatedCurve {
  /** Tokens in a sequence, `L`. */
  readonly length: number;
  /** The smooth curve at `k = 0 .. L-1`, in nats, at least 0 and not increasing. */
  readonly values: Float64Array;
  /** Standard errors of the curve before it was smoothed, in nats. */
  readonly standardErrors: Float64Array;
  /** The first and the last number of revealed tokens that the log speaks of. */
  readonly observed: { readonly from: number; readonly to: number };
}

/**
 * The fitted values of an estimate as if they were a law's exact curve: what planning needs.
 *
 * Errors computed from it are those of the fit, not of the law, and optimistic for a plan made on it.
 *
 * @param estimate The estimate
 * @returns A curve with its values
 */
export function asIfExact(estimate: EstimatedCurve): InformationCurve {
  return curveFromConditionalEntropies(estimate.values);
}
