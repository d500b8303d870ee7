import { klDivergence, type LogProbability, sequenceOfCell } from "@unmask/information";
import { scaledEndpointLaw } from "./endpoint_law.ts";
import { checkSameSpace, type MaskPredictor } from "./mask_predictor.ts";
import { MASS_SCALE } from "./partial_sequences.ts";

/**
 * Exact endpoint error: how far the law of a user's samples is from the target.
 *
 *     KL(p || E_M p_{Y|M}),   0 <= endpoint error <= path error
 *
 * Not the quantity of the theorems, which is the path error. Zero for all ones with the exact
 * predictor; infinite when the predictor excludes a sequence of the law, or returns one with a
 * probability below 1e-608. Sequences that the law gives less than 1e-308 count as none. Time as
 * `endpointCost`.
 *
 * @param law The law `p`
 * @param options `predictor`; `sizes` in order of unmasking
 * @returns Endpoint error in nats, in `[0, Infinity]`
 * @throws {RangeError} On a predictor of another space, or as `endpointLaw`
 */
export function endpointError(
  law: LogProbability,
  options: { predictor: MaskPredictor; sizes: readonly number[] },
): number {
  checkSameSpace(options.predictor, law);
  return divergenceFromScaled(law, scaledEndpointLaw(options.predictor, options));
}

/**
 * Divergence of a law from one that is given times `MASS_SCALE`. O(K^L).
 *
 * A divergence scales with its two laws, so both are taken times that: a law whose rare sequences the
 * sampler all but never returns has a finite error.
 *
 * @param law The law `p`
 * @param endpoint The other law, scaled, row-major, last token fastest
 * @returns Divergence in nats, in `[0, Infinity]`
 */
export function divergenceFromScaled(law: LogProbability, endpoint: Float64Array): number {
  const target = new Float64Array(endpoint.length);
  const tokens = new Int32Array(law.length);
  for (let cell = 0; cell < target.length; cell++) {
    sequenceOfCell(cell, law.vocabularySize, tokens);
    target[cell] = MASS_SCALE * Math.exp(law.logProbability(tokens));
  }
  return klDivergence(target, endpoint) / MASS_SCALE;
}
