import { type MaskSizes, maximumSize, revealedCounts, sequenceLength } from "@unmask/schedules";
import { type StepLaw, stepLaw } from "./step_curve.ts";

/** The best constant of a schedule in a bound by the total token mutual information. */
export interface SharpConstant {
  /** `c` in `EKL <= c MI`; no smaller one holds for every law. */
  readonly constant: number;
  /** A law that attains it; absent where `L = 1`, since then both sides are 0. */
  readonly source?: StepLaw;
}

/**
 * The best constant in `EKL <= c MI` for one schedule, over all laws, and a law that attains it.
 *
 *     c = max_k (error on step k) / L = (s_max - 1) / L
 *
 * On the step curve `1[j > k]` the mutual information is `L` for every `k`, and the error is largest
 * just after the first token of a largest set. O(T) time.
 *
 * @param sizes Mask sizes in order of unmasking
 * @returns The constant, in `[0, 1)`, and the law
 * @see {@linkcode decideBound} for why step curves suffice; Chen, Cong, Li, arXiv 2511.04647, Appendix F
 */
export function sharpConstant(sizes: MaskSizes): SharpConstant {
  const length = sequenceLength(sizes);
  const largest = maximumSize(sizes);
  if (length === 1) return { constant: 0 };
  const revealed = revealedCounts(sizes)[sizes.indexOf(largest)]!;
  // All ones attain 0 = 0 on any law; the threshold must stay below the length.
  const dimension = Math.min(revealed + 1, length - 1);
  return { constant: (largest - 1) / length, source: stepLaw({ length, dimension }) };
}
