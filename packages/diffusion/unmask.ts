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
  const steps = unmaskingSteps(predictor, options);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** What one iteration of the sampler left behind. */
export interface UnmaskingStep {
  /** Number of the iteration, from 0. */
  readonly iteration: number;
  /** The positions that it revealed. */
  readonly positions: Int32Array;
  /** `length` tokens after it, `MASK` where not revealed; the sampler's own, good until the next step. */
  readonly state: Int32Array;
}

/**
 * Draws one sequence as {@linkcode unmaskInOrder} does, and stops after each iteration, so that the
 * run can be watched, or left.
 *
 * Same costs, and the same tokens for the same stream.
 *
 * @param predictor The mask predictor
 * @param options `order`, an ordered partition of the positions; `stream` of randomness
 * @returns Yields the step of each iteration, returns the `length` tokens
 * @throws {RangeError} On an order that is no ordered partition, or a prediction that is no law
 */
export function* unmaskingSteps(
  predictor: MaskPredictor,
  options: { order: UnmaskingOrder; stream: Stream },
): Generator<UnmaskingStep, Int32Array, void> {
  const { order, stream } = options;
  const { length, vocabularySize } = predictor;
  checkUnmaskingOrder(order, length);
  const state = new Int32Array(length).fill(MASK);
  const largest = order.reduce((size, positions) => Math.max(size, positions.length), 0);
  const rows = predictionRows(predictor, largest);
  for (const [iteration, positions] of order.entries()) {
    predictRows(predictor, { state, positions, iteration }, rows);
    // All rows are known before the first token is written: nothing drawn here is seen here.
    for (let row = 0; row < positions.length; row++) {
      const from = row * vocabularySize;
      state[positions[row]!] = drawCategorical(
        rows.subarray(from, from + vocabularySize),
        stream,
      );
    }
    yield { iteration, positions, state };
  }
  return state;
}
