import type { Stream } from "@unmask/random";
import { maskSizes } from "@unmask/schedules";
import type { MaskPredictor } from "./mask_predictor.ts";
import { fixedOrder } from "./policies/fixed_order.ts";
import { unmaskByPolicy } from "./unmask_by_policy.ts";
import { drawUnmaskingOrder, type UnmaskingOrder } from "./unmasking_order.ts";

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
  // The whole order first, then the tokens: what a sampler that knows the order draws alike.
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
  return unmaskByPolicy(predictor, { policy: fixedOrder("in order", () => order), stream }).tokens;
}
