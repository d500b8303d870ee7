import type { SequenceSpace } from "@unmask/information";
import type { MaskPredictor } from "./mask_predictor.ts";

/** What one sequence of a batch asks for. */
export interface PredictionRequest {
  /** `length` tokens, `MASK` where not revealed. */
  readonly state: Int32Array;
  /** Masked positions to predict. */
  readonly positions: Int32Array;
}

/** A mask predictor that answers for many states in one call, as models on an accelerator do. */
export interface BatchMaskPredictor extends SequenceSpace {
  /**
   * Writes `phat_i(. | x_W)` for each position of each request, request after request.
   *
   * @param requests States and their positions; no answer may depend on another request
   * @param out Row-major, one row of `vocabularySize` probabilities for each position
   */
  predictBatch(requests: readonly PredictionRequest[], out: Float64Array): void;
}

/**
 * A predictor of one state at a time as one of many, which asks it in turn.
 *
 * @param predictor The mask predictor
 * @returns The same predictions
 */
export function inTurn(predictor: MaskPredictor): BatchMaskPredictor {
  const { length, vocabularySize } = predictor;
  return {
    length,
    vocabularySize,
    predictBatch(requests, out): void {
      let first = 0;
      for (const { state, positions } of requests) {
        const from = first * vocabularySize;
        first += positions.length;
        predictor.predict(state, positions, out.subarray(from, first * vocabularySize));
      }
    },
  };
}
