import type { SequenceSpace } from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import type { MaskPredictor } from "./mask_predictor.ts";
import { binomial } from "./binomial.ts";
import { enumeratePolicy } from "./enumerate_policy.ts";
import { ENDPOINT_COST_LIMIT, EnumerationTooLarge } from "./enumeration_limit.ts";
import { MASS_SCALE } from "./partial_sequences.ts";
import { fixedOrder } from "./policies/fixed_order.ts";
import { randomPositions } from "./policies/random_positions.ts";
import type { UnmaskingOrder } from "./unmasking_order.ts";

/**
 * What the exact endpoint law costs: the states held, and the ways to go from one to the next.
 *
 *     (K+1)^L + sum_t L! / (N_t! sizes[t]! (L - N_t - sizes[t])!) * K^(N_t + sizes[t])
 *
 * Where the states alone are above {@linkcode ENDPOINT_COST_LIMIT} the sum is left out: O(L) time
 * at any length.
 *
 * @param space Length `L` and vocabulary size `K`
 * @param sizes Mask sizes in order of unmasking
 * @returns The number of steps, possibly infinite
 * @throws {RangeError} When the sizes do not sum to the length
 */
export function endpointCost(space: SequenceSpace, sizes: readonly number[]): number {
  const { length, vocabularySize } = space;
  const proved = maskSizes(sizes, { length });
  let cost = (vocabularySize + 1) ** length;
  if (!(cost <= ENDPOINT_COST_LIMIT)) return cost;
  let revealed = 0;
  for (const size of proved) {
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
 * {@linkcode endpointCost}, memory `24 (K+1)^L` bytes.
 *
 * @param predictor The mask predictor
 * @param options `sizes` in order of unmasking
 * @returns `K^L` masses that sum to 1, row-major, last token fastest
 * @throws {RangeError} On sizes that do not sum to the length, a cost above
 *   {@linkcode ENDPOINT_COST_LIMIT}, or a prediction that is no law
 */
export function endpointLaw(
  predictor: MaskPredictor,
  options: { sizes: readonly number[] },
): Float64Array {
  return unscaled(scaledEndpointLaw(predictor, options));
}

/**
 * The law of {@linkcode endpointLaw} times `MASS_SCALE`, in which products of very small
 * probabilities are not lost.
 *
 * @param predictor The mask predictor
 * @param options `sizes` in order of unmasking
 * @returns `K^L` masses that sum to `MASS_SCALE`, row-major, last token fastest
 * @throws {RangeError} As {@linkcode endpointLaw}
 */
export function scaledEndpointLaw(
  predictor: MaskPredictor,
  options: { sizes: readonly number[] },
): Float64Array {
  const sizes = maskSizes(options.sizes, { length: predictor.length });
  checkCost(endpointCost(predictor, sizes));
  return enumeratePolicy(predictor, { policy: randomPositions(sizes) }).scaledLaw;
}

/**
 * The exact law of the sequences that the parallel sampler returns in one fixed unmasking order.
 *
 *     q(y | M) = prod_t prod_{i in D_t} phat_i(y_i | y_{D_1 .. D_{t-1}})
 *
 * One step for every value of every set revealed, at most `T K^L`; memory `24 (K+1)^L` bytes.
 *
 * @param predictor The mask predictor
 * @param options `order`, an ordered partition of the positions
 * @returns `K^L` masses that sum to 1, row-major, last token fastest
 * @throws {RangeError} On an order that is no ordered partition, `(K+1)^L` states above
 *   {@linkcode ENDPOINT_COST_LIMIT}, or a prediction that is no law
 */
export function outputLaw(
  predictor: MaskPredictor,
  options: { order: UnmaskingOrder },
): Float64Array {
  const policy = fixedOrder("in order", () => options.order);
  return unscaled(enumeratePolicy(predictor, { policy }).scaledLaw);
}

function unscaled(law: Float64Array): Float64Array {
  return law.map((mass) => mass / MASS_SCALE);
}

function checkCost(cost: number): void {
  if (!(cost <= ENDPOINT_COST_LIMIT)) throw new EnumerationTooLarge(cost);
}
