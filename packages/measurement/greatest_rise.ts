import { type Estimate, estimateMean } from "@unmask/information";
import type { ModelCurve } from "./model_curve.ts";

/** Score of a rise that noise does not explain: among some thousand pairs of counts, 1 in 1,000. */
const NO_NOISE = 5;

/** A model that makes worse use of more context. */
export interface CurveRise {
  /** Revealed count with the lower loss. */
  readonly from: number;
  /** The higher count, with the higher loss. */
  readonly to: number;
  /** How much the loss rises, in nats a masked token, sequence by sequence. */
  readonly rise: Estimate;
}

/**
 * The most significant rise of a model's curve. The curve of a law never rises; a model's may, where it
 * was trained on other counts. O(counts^2 sequences).
 *
 * @param curve The curve
 * @returns The rise, or undefined where noise explains all
 */
export function greatestRise(curve: ModelCurve): CurveRise | undefined {
  const { counts, losses, sequences, bySequence } = curve;
  const { length } = counts;
  let greatest: CurveRise | undefined;
  let score = NO_NOISE;
  for (let i = 0; i < length; i++) {
    for (let j = i + 1; j < length; j++) {
      if (!(losses[j]! - losses[i]! > 1e-9 * Math.max(1, losses[i]!))) continue;
      const rise = estimateMean(
        Float64Array.from(
          { length: sequences },
          (_, n) => bySequence[n * length + j]! - bySequence[n * length + i]!,
        ),
      );
      const z = rise.standardError > 0 ? rise.mean / rise.standardError : Infinity;
      // Of rises without any noise, the greatest.
      const greater = z > score ||
        greatest !== undefined && z === score && rise.mean > greatest.rise.mean;
      if (!greater) continue;
      score = z;
      greatest = { from: counts[i]!, to: counts[j]!, rise };
    }
  }
  return greatest;
}
