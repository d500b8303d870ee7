import { type LogProbability, markovApproximation } from "@unmask/information";
import { exactPredictor, type MaskPredictor } from "./mask_predictor.ts";

/**
 * The exact predictor of a law's n-gram approximation: a model that is too simple for its data.
 *
 *     phat_i(. | x_W) = q_i(. | x_W),   q(x) = prod_i p(x_i | x_{i-order} .. x_{i-1})
 *
 * Exact for the law where its memory is no longer than `order`. One token at a time its training
 * error is `KL(p || q)`; at order 0 it predicts marginals, and its path error is the total
 * correlation whatever the schedule. Time and memory to make it as `markovApproximation`; a
 * prediction with `m` masked tokens costs O(L K^m).
 *
 * @param law The law, by the probabilities of its sequences
 * @param options `order`, tokens remembered, an integer from 0 to `L - 1`
 * @returns The predictor
 * @throws {RangeError} As `markovApproximation`
 */
export function ngramPredictor(law: LogProbability, options: { order: number }): MaskPredictor {
  return exactPredictor(markovApproximation(law, options));
}
