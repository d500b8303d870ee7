import { type LogProbability, MASK } from "@unmask/information";
import { checkSameSpace, type MaskPredictor } from "./mask_predictor.ts";
import { predictionRows, predictRows } from "./predicted_rows.ts";
import { checkUnmaskingOrder, type UnmaskingOrder } from "./unmasking_order.ts";

/**
 * Log-ratio of a sequence's probability under the law and under the sampler with a given order.
 *
 *     ln p(x) - sum_t sum_{i in D_t} ln phat_i(x_i | x_{D_1 .. D_{t-1}})
 *
 * Its mean over `x ~ p` and uniform orders is the path error. `T` model evaluations.
 *
 * @param law The law `p`
 * @param options `predictor`; `tokens`, a whole sequence; `order`, an ordered partition
 * @returns The log-ratio in nats, infinite when the predictor excludes a token of the sequence
 * @throws {RangeError} On a predictor of another space, an order that is no ordered partition, or a
 *   prediction that is no law
 */
export function pathLogRatio(
  law: LogProbability,
  options: { predictor: MaskPredictor; tokens: Int32Array; order: UnmaskingOrder },
): number {
  const { predictor, tokens, order } = options;
  const { vocabularySize } = predictor;
  checkSameSpace(predictor, law);
  checkUnmaskingOrder(order, tokens.length);
  const state = new Int32Array(tokens.length).fill(MASK);
  let ratio = law.logProbability(tokens);
  order.forEach((positions, iteration) => {
    const rows = predictionRows(predictor, positions.length);
    predictRows(predictor, { state, positions, iteration }, rows);
    positions.forEach((position, row) => {
      ratio -= Math.log(rows[row * vocabularySize + tokens[position]!]!);
    });
    for (const position of positions) state[position] = tokens[position]!;
  });
  return ratio;
}
