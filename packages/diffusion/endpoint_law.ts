import {
  klDivergence,
  type LogProbability,
  sequenceOfCell,
  type SequenceSpace,
} from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import type { MaskPredictor } from "./mask_predictor.ts";
import { binomial, StateMasses } from "./state_masses.ts";
import type { UnmaskingOrder } from "./unmasking_order.ts";

/** Most steps between partially revealed sequences that an enumeration takes, a few seconds' work. */
export const ENDPOINT_COST_LIMIT = 2 ** 24;

/**
 * What the exact endpoint law costs: the number of ways to go from a state to the next one.
 *
 *     sum_t L! / (N_t! sizes[t]! (L - N_t - sizes[t])!) * K^(N_t + sizes[t])
 *
 * @param space Length `L` and vocabulary size `K`
 * @param sizes Mask sizes in order of unmasking
 * @returns The number of steps, and at least the `(K+1)^L` states held
 * @throws {RangeError} When the sizes do not sum to the length
 */
export function endpointCost(space: SequenceSpace, sizes: readonly number[]): number {
  const { length, vocabularySize } = space;
  let revealed = 0;
  let cost = (vocabularySize + 1) ** length;
  for (const size of maskSizes(sizes, { length })) {
    cost += binomial(length, revealed) * binomial(length - revealed, size) *
      vocabularySize ** (revealed + size);
    revealed += size;
  }
  return cost;
}

/**
 * The exact law of the sequences that the parallel sampler returns, averaged over its random order.
 *
 *     q(y) = E_M prod_t prod_{i in D_t} phat_i(y_i | y_{D_1 .. D_{t-1}})
 *
 * By enumeration of every partially revealed sequence, every set and every value: time as
 * {@linkcode endpointCost}, memory `16 (K+1)^L` bytes.
 *
 * @param predictor The mask predictor
 * @param options `sizes` in order of unmasking
 * @returns `K^L` masses that sum to 1, row-major, last token fastest
 * @throws {RangeError} When the cost is above {@linkcode ENDPOINT_COST_LIMIT}
 */
export function endpointLaw(
  predictor: MaskPredictor,
  options: { sizes: readonly number[] },
): Float64Array {
  const sizes = maskSizes(options.sizes, { length: predictor.length });
  checkCost(endpointCost(predictor, sizes));
  const masses = new StateMasses(predictor);
  sizes.forEach((size, iteration) => masses.step({ size, iteration }));
  return masses.sequenceLaw();
}

/**
 * The exact law of the sequences that the parallel sampler returns in one fixed unmasking order.
 *
 *     q(y | M) = prod_t prod_{i in D_t} phat_i(y_i | y_{D_1 .. D_{t-1}})
 *
 * @param predictor The mask predictor
 * @param options `order`, an ordered partition of the positions
 * @returns `K^L` masses that sum to 1, row-major, last token fastest
 * @throws {RangeError} When the `(K+1)^L` states are above {@linkcode ENDPOINT_COST_LIMIT}
 */
export function outputLaw(
  predictor: MaskPredictor,
  options: { order: UnmaskingOrder },
): Float64Array {
  checkCost((predictor.vocabularySize + 1) ** predictor.length);
  const masses = new StateMasses(predictor);
  options.order.forEach((candidates, iteration) => {
    masses.step({ size: candidates.length, iteration, candidates });
  });
  return masses.sequenceLaw();
}

/**
 * Exact endpoint error: how far the law of a user's samples is from the target.
 *
 *     KL(p || E_M p_{Y|M}),   0 <= endpoint error <= path error
 *
 * Not the quantity of the theorems, which is the path error. Time as {@linkcode endpointCost}.
 *
 * @param law The law `p`
 * @param options `predictor`; `sizes` in order of unmasking
 * @returns Endpoint error in nats
 * @throws {RangeError} When the cost is above {@linkcode ENDPOINT_COST_LIMIT}
 */
export function endpointError(
  law: LogProbability,
  options: { predictor: MaskPredictor; sizes: readonly number[] },
): number {
  const endpoint = endpointLaw(options.predictor, options);
  const target = new Float64Array(endpoint.length);
  const tokens = new Int32Array(law.length);
  for (let cell = 0; cell < target.length; cell++) {
    sequenceOfCell(cell, law.vocabularySize, tokens);
    target[cell] = Math.exp(law.logProbability(tokens));
  }
  return klDivergence(target, endpoint);
}

function checkCost(cost: number): void {
  if (!(cost <= ENDPOINT_COST_LIMIT)) {
    throw new RangeError(
      `Cannot enumerate the sampler's law: steps must be at most ${ENDPOINT_COST_LIMIT}, got ${cost}`,
    );
  }
}
