import type { PottsOptions } from "@unmask/potts";
import type { StreamFamily } from "@unmask/random";
import type { MaskSizes } from "@unmask/schedules";
import type { Question } from "../question.ts";

/** What a sampler is given. */
export interface SamplingTask {
  /** The law to sample from. */
  readonly law: PottsOptions;
  /** Sizes in order of unmasking. */
  readonly sizes: MaskSizes;
  /** Stream 0 gives the unmasking order, then the tokens in that order. */
  readonly streams: StreamFamily;
}

/**
 * One sequence from the parallel unmasking sampler. The order and the draws come from one stream,
 * so samplers with the exact predictor give the same tokens, unless a uniform number falls between
 * two roundings of the same cumulative probability.
 */
export const unmaskedTokens: Question<SamplingTask, Int32Array> = {
  name: "unmasked-tokens",
  figures: (tokens) => tokens,
};
