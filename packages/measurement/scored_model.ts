import type { SequenceSpace } from "@unmask/information";

/** A state, and the tokens whose probabilities are wanted there. */
export interface ScoreRequest {
  /** `length` tokens, `MASK` where not revealed. */
  readonly state: Int32Array;
  /** Masked positions, each at most once. */
  readonly positions: Int32Array;
  /** One token for each position. */
  readonly tokens: Int32Array;
}

/**
 * A model as measurement asks it: for given tokens only, so that whole rows need not leave it, and
 * asynchronous, since it may be another process or on an accelerator.
 */
export interface ScoredModel extends SequenceSpace {
  /**
   * `ln phat_i(token | state)` for each position of each request.
   *
   * Each position is predicted from the state alone: no answer may depend on another request, nor on
   * the tokens that are asked about, or what is measured is a serial sampler.
   *
   * @param requests States, positions and tokens
   * @returns One log-probability in nats for each position, request after request, at most 0 but for
   *   rounding; `-Infinity` for a token that the model excludes
   * @throws {RangeError} When the model cannot answer
   */
  logProbabilities(requests: readonly ScoreRequest[]): Promise<Float64Array>;
}
