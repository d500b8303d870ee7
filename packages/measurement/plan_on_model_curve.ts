import { asIfExact } from "@unmask/estimation";
import type { Estimate, InformationCurve } from "@unmask/information";
import { drawPermutation, type StreamFamily } from "@unmask/random";
import type { MaskSizes } from "@unmask/schedules";
import { fitModelCurve, type ModelCurveFit } from "./fit_model_curve.ts";
import { curveOfSequences } from "./model_curve.ts";
import { predictedDifference, predictNll } from "./predict_nll.ts";

/** Splits that the optimism is measured on where nothing else is said. */
const DEFAULT_SPLITS = 8;

/** A plan made on a model's curve. */
export interface ModelPlan {
  /** Sizes in order of unmasking. */
  readonly sizes: MaskSizes;
  /** The NLL that the curve predicts for it, corrected for the curve having chosen it. */
  readonly predicted: Estimate;
  /** What the correction added, in nats: what choosing by noise gained in appearance. */
  readonly optimism: number;
}

/**
 * Plans on the smooth curve of a model, and prices the plan as if the curve had not chosen it.
 *
 * The sequences are split at random into halves, again and again; a plan of one half is priced on both,
 * and the difference is what choosing gained in appearance there. Of the plan of all sequences it is
 * taken to be `1/sqrt(2)` of that, as in `planOnEstimate`. What a plan really gains is measured on
 * sequences that it was not made on, see `measurePathNll`.
 *
 * Costs `1 + 2 splits` fits and runs of the planner.
 *
 * @param fit The curve, of at least 4 sequences
 * @param planner Sizes of least error for a curve, as many for every curve
 * @param options `streams` of the splits; `splits`, how many, 8 by default
 * @returns The plan
 * @throws {RangeError} On fewer than 4 sequences
 */
export function planOnModelCurve(
  fit: ModelCurveFit,
  planner: (curve: InformationCurve) => MaskSizes,
  options: { streams: StreamFamily; splits?: number },
): ModelPlan {
  const { curve } = fit;
  const { streams, splits = DEFAULT_SPLITS } = options;
  if (!(curve.sequences >= 4)) {
    throw new RangeError(
      `Cannot plan on a model's curve: its sequences must be at least 4, got ${curve.sequences}`,
    );
  }
  const sizes = planner(asIfExact(fit.estimate.curve));
  const optimisms = Float64Array.from({ length: splits }, (_, split) => {
    const order = drawPermutation(curve.sequences, streams.at(split));
    const middle = order.length >> 1;
    const halves = [order.subarray(0, middle), order.subarray(middle)].map((rows) => {
      const half = fitModelCurve(curveOfSequences(curve, rows));
      return { half, sizes: planner(asIfExact(half.estimate.curve)) };
    });
    const [one, other] = halves as [Half, Half];
    // Each plan gains over the other on its own half, and loses on the other's.
    const schedules = { more: other.sizes, less: one.sizes };
    const onOne = predictedDifference(one.half, schedules).mean;
    const onOther = predictedDifference(other.half, schedules).mean;
    return (onOne - onOther) / 2;
  });
  const mean = optimisms.reduce((sum, value) => sum + value, 0) / splits;
  const spread = optimisms.reduce((sum, value) => sum + (value - mean) ** 2, 0) /
    Math.max(1, splits - 1);
  const optimism = mean / Math.SQRT2;
  const predicted = predictNll(fit, sizes);
  return {
    sizes,
    predicted: {
      mean: predicted.mean + optimism,
      standardError: Math.hypot(predicted.standardError, Math.sqrt(spread / 2)),
      draws: predicted.draws,
    },
    optimism,
  };
}

interface Half {
  readonly half: ModelCurveFit;
  readonly sizes: MaskSizes;
}
