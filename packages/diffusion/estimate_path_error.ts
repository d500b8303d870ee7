import {
  type Estimate,
  estimateMean,
  type LogProbability,
  type SequenceSampler,
} from "@unmask/information";
import type { StreamFamily } from "@unmask/random";
import { maskSizes } from "@unmask/schedules";
import { checkDraws } from "./check_draws.ts";
import type { MaskPredictor } from "./mask_predictor.ts";
import { pathLogRatio } from "./path_log_ratio.ts";
import { drawUnmaskingOrder } from "./unmasking_order.ts";

/**
 * Monte Carlo estimate of the path error of a predictor, with its standard error.
 *
 *     E_M KL(p || p_{Y|M}) = E_{x ~ p, M} [ ln p(x) - sum_t sum_{i in D_t} ln phat_i(x_i | x_{D_<t}) ]
 *
 * Unbiased for any predictor: with the exact one it estimates the sampling error, with a learned
 * one the sampling error plus its training error. Infinite when the predictor excludes a token that
 * was drawn. `draws * T` model evaluations. Sample `n` uses stream `n` alone, so the same draws
 * come back whatever the order of work.
 *
 * @param law The law `p`, to draw from and to score with
 * @param options `predictor`; `sizes` in order of unmasking; `draws`, at least 2; `streams`
 * @returns The estimate in nats
 * @throws {RangeError} On sizes that do not sum to the length, fewer than 2 draws, or a prediction
 *   that is no law
 */
export function estimatePathError(
  law: LogProbability & SequenceSampler,
  options: {
    predictor: MaskPredictor;
    sizes: readonly number[];
    draws: number;
    streams: StreamFamily;
  },
): Estimate {
  const { predictor, draws, streams } = options;
  const sizes = maskSizes(options.sizes, { length: law.length });
  checkDraws(draws, "a path error");
  const tokens = new Int32Array(law.length);
  const ratios = new Float64Array(draws);
  for (let n = 0; n < draws; n++) {
    const stream = streams.at(n);
    law.draw(stream, tokens);
    const order = drawUnmaskingOrder(sizes, stream);
    ratios[n] = pathLogRatio(law, { predictor, tokens, order });
  }
  return estimateMean(ratios);
}
