import { MASK } from "@unmask/information";
import type { MaskPredictor } from "./mask_predictor.ts";

/**
 * How far from 1 a predicted row may sum: single-precision models lose this much in a softmax over
 * a large vocabulary, and nothing that is a law loses more.
 */
export const ROW_TOLERANCE = 1e-5;

/**
 * One model evaluation, checked: every row is a law over the vocabulary.
 *
 * Cost of the predictor plus O(m K) for `m` positions.
 *
 * @param predictor The mask predictor
 * @param options `state` before the iteration, masked `positions` to predict, and the number of the
 *   `iteration`, for messages
 * @param out Receives `positions.length` rows of `vocabularySize` probabilities
 * @throws {RangeError} When a row holds a NaN or negative entry or does not sum to 1, naming the
 *   position and the iteration
 */
export function predictRows(
  predictor: MaskPredictor,
  options: { state: Int32Array; positions: Int32Array; iteration: number },
  out: Float64Array,
): void {
  const { state, positions, iteration } = options;
  predictor.predict(state, positions, out);
  const { vocabularySize } = predictor;
  for (let row = 0; row < positions.length; row++) {
    let sum = 0;
    for (let y = 0; y < vocabularySize; y++) {
      const mass = out[row * vocabularySize + y]!;
      if (!(mass >= 0)) sum = NaN;
      sum += mass;
    }
    if (!(Math.abs(sum - 1) <= ROW_TOLERANCE)) {
      throw new RangeError(
        `Cannot use a prediction: the row of position ${
          positions[row]
        } in iteration ${iteration} must be non-negative and sum to 1, got a sum of ${sum}`,
      );
    }
  }
}

/**
 * The masked positions of a state, in order.
 *
 * @param state Tokens, `MASK` where not revealed
 * @returns Their positions
 */
export function maskedPositions(state: Int32Array): Int32Array {
  const positions: number[] = [];
  for (let i = 0; i < state.length; i++) if (state[i] === MASK) positions.push(i);
  return Int32Array.from(positions);
}
