import type { SequenceSpace } from "@unmask/information";
import type { BatchMaskPredictor, PredictionRequest } from "./batch_mask_predictor.ts";

/** A mask predictor that answers for many states in its own time: on other threads, or elsewhere. */
export interface AsyncMaskPredictor extends SequenceSpace {
  /**
   * `phat_i(. | x_W)` for each position of each request.
   *
   * @param requests States and their positions; no answer may depend on another request
   * @returns One row of `vocabularySize` probabilities for each position, request after request
   */
  rows(requests: readonly PredictionRequest[]): Promise<Float64Array>;
}

/**
 * A predictor that answers at once as one that is waited for.
 *
 * @param predictor The mask predictor
 * @returns The same predictions
 */
export function awaited(predictor: BatchMaskPredictor): AsyncMaskPredictor {
  const { length, vocabularySize } = predictor;
  return {
    length,
    vocabularySize,
    rows(requests): Promise<Float64Array> {
      const count = requests.reduce((sum, { positions }) => sum + positions.length, 0);
      // What is not filled must not pass for a prediction.
      const out = new Float64Array(count * vocabularySize).fill(NaN);
      predictor.predictBatch(requests, out);
      return Promise.resolve(out);
    },
  };
}
