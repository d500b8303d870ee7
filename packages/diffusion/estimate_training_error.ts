import {
  type ConditionalLaw,
  type Estimate,
  estimateMean,
  MASK,
  type SequenceSampler,
} from "@unmask/information";
import type { StreamFamily } from "@unmask/random";
import { maskSizes } from "@unmask/schedules";
import { checkDraws } from "./check_draws.ts";
import { checkSameSpace, type MaskPredictor } from "./mask_predictor.ts";
import { predictionRows, predictRows } from "./predicted_rows.ts";
import { rowDivergence } from "./row_divergence.ts";
import { drawUnmaskingOrder, type UnmaskingOrder } from "./unmasking_order.ts";

/**
 * Monte Carlo estimate of the training error of a predictor on a schedule, with its standard error.
 *
 *     eps_train = E_{x ~ p, M} [ sum_t sum_{i in D_t} KL( p*_i(.|x_{D_<t}) || phat_i(.|x_{D_<t}) ) ]
 *
 * Unbiased. Each term is a divergence of two rows, not the log-ratio at the token drawn, so no term
 * is below 0 and the estimate varies far less than that of a path error. `draws * T` evaluations of
 * the law's conditionals and of the predictor, at any length. Sample `n` uses stream `n` alone.
 *
 * @param law The law `p`, to draw from and for its conditionals
 * @param options `predictor`; `sizes` in order of unmasking; `draws`, at least 2; `streams`
 * @returns The estimate in nats; infinite when the predictor excludes a token that can occur at a
 *   state that was drawn
 * @throws {RangeError} On a predictor of another space, sizes that do not sum to the length, fewer
 *   than 2 draws, or a prediction that is no law
 * @see arXiv 2505.21400, Definition 1
 */
export function estimateTrainingError(
  law: ConditionalLaw & SequenceSampler,
  options: {
    predictor: MaskPredictor;
    sizes: readonly number[];
    draws: number;
    streams: StreamFamily;
  },
): Estimate {
  const { predictor, draws, streams } = options;
  checkSameSpace(predictor, law);
  const sizes = maskSizes(options.sizes, { length: law.length });
  checkDraws(draws, "a training error");
  const largest = sizes.reduce((most, size) => Math.max(most, size));
  const room = {
    exact: predictionRows(predictor, largest),
    predicted: predictionRows(predictor, largest),
  };
  const tokens = new Int32Array(law.length);
  const errors = new Float64Array(draws);
  for (let n = 0; n < draws; n++) {
    const stream = streams.at(n);
    law.draw(stream, tokens);
    const order = drawUnmaskingOrder(sizes, stream);
    errors[n] = pathDivergence(law, { predictor, tokens, order, room });
  }
  return estimateMean(errors);
}

/** The divergences of the rows that one path asks for, summed. */
function pathDivergence(
  law: ConditionalLaw,
  path: {
    predictor: MaskPredictor;
    tokens: Int32Array;
    order: UnmaskingOrder;
    room: { exact: Float64Array; predicted: Float64Array };
  },
): number {
  const { predictor, tokens, order, room: { exact, predicted } } = path;
  const { vocabularySize } = law;
  const state = new Int32Array(tokens.length).fill(MASK);
  let sum = 0;
  order.forEach((positions, iteration) => {
    law.conditionals(state, positions, exact);
    predictRows(predictor, { state, positions, iteration }, predicted);
    for (let row = 0; row < positions.length; row++) {
      sum += rowDivergence(exact, predicted, { from: row * vocabularySize, count: vocabularySize });
    }
    for (const position of positions) state[position] = tokens[position]!;
  });
  return sum;
}
