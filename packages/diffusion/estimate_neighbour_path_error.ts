import { type Estimate, estimateMean, type NearestNeighbourLaw } from "@unmask/information";
import type { StreamFamily } from "@unmask/random";
import { maskSizes } from "@unmask/schedules";
import { checkDraws } from "./check_draws.ts";
import { NeighbourSampler } from "./neighbour_sampler.ts";

/**
 * Monte Carlo estimate of the path error of a chain with its exact predictor, with its standard
 * error: what `estimatePathError` gives from the same streams, to rounding, in O(1) a token (O(K) for
 * a chain given by a matrix) whatever the number of iterations.
 *
 *     E_M KL(p || p_{Y|M}) = E_{x ~ p, M} [ ln p(x) - sum_i ln p(x_i | nearest revealed before i) ]
 *
 * Unbiased. Sample `n` uses stream `n` alone.
 *
 * @param law The chain
 * @param options `sizes` in order of unmasking; `draws`, at least 2; `streams`
 * @returns The estimate in nats
 * @throws {RangeError} On sizes that do not sum to the length, fewer than 2 draws, or a law that
 *   refuses to make tables
 */
export function estimateNeighbourPathError(
  law: NearestNeighbourLaw,
  options: { sizes: readonly number[]; draws: number; streams: StreamFamily },
): Estimate {
  const { draws, streams } = options;
  const sizes = maskSizes(options.sizes, { length: law.length });
  checkDraws(draws, "a path error");
  const sampler = new NeighbourSampler(law);
  const ratios = new Float64Array(draws);
  for (let n = 0; n < draws; n++) ratios[n] = sampler.drawPathLogRatio(sizes, streams.at(n));
  return estimateMean(ratios);
}
