import { MASK } from "@unmask/information";
import { drawCategorical, type Stream } from "@unmask/random";
import { maskSizes } from "@unmask/schedules";
import type { MaskPredictor } from "./mask_predictor.ts";
import { predictionRows, predictRows } from "./predicted_rows.ts";
import { checkUnmaskingOrder, drawUnmaskingOrder, type UnmaskingOrder } from "./unmasking_order.ts";

/**
 * Draws one sequence with the parallel unmasking sampler.
 *
 *     Y_{D_t} ~ prod_{i in D_t} phat_i(. | Y_{D_1 .. D_{t-1}}),   t = 1 .. T
 *
 * Each iteration evaluates the predictor once, on the state before the iteration, and draws its
 * tokens independently: that independence is the sampling error. `T` model evaluations, O(L K)
 * draws.
 *
 * @param predictor The mask predictor
 * @param options `sizes` in order of unmasking; `stream` of randomness
 * @returns `length` tokens
 * @throws {RangeError} On sizes that do not sum to the length, or a prediction that is no law
 * @see arXiv 2505.21400
 */
export function unmask(
  predictor: MaskPredictor,
  options: { sizes: readonly number[]; stream: Stream },
): Int32Array {
  const { stream } = options;
  const sizes = maskSizes(options.sizes, { length: predictor.length });
  return unmaskInOrder(predictor, { order: drawUnmaskingOrder(sizes, stream), stream });
}

/**
 * Draws one sequence, revealing the given sets of positions.
 *
 * `T` model evaluations, O(L K) draws, and memory for the predictions of the largest set.
 *
 * @param predictor The mask predictor
 * @param options `order`, an ordered partition of the positions; `stream` of randomness
 * @returns `length` tokens
 * @throws {RangeError} On an order that is no ordered partition, or a prediction that is no law
 */
export function unmaskInOrder(
  predictor: MaskPredictor,
  options: { order: UnmaskingOrder; stream: Stream },
): Int32Array {
  const { order, stream } = options;
  const { length, vocabularySize } = predictor;
  checkUnmaskingOrder(order, length);
  const state = new Int32Array(length).fill(MASK);
  const largest = order.reduce((size, positions) => Math.max(size, positions.length), 0);
  const rows = predictionRows(predictor, largest);
  order.forEach((positions, iteration) => {
    predictRows(predictor, { state, positions, iteration }, rows);
    // All rows are known before the first token is written: nothing drawn here is seen here.
    for (let row = 0; row < positions.length; row++) {
      const from = row * vocabularySize;
      state[positions[row]!] = drawCategorical(
        rows.subarray(from, from + vocabularySize),
        stream,
      );
    }
  });
  return state;
}
