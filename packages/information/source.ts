import type { Stream } from "@unmask/random";
import type { InformationCurve } from "./information_curve.ts";

/** The mark of a masked position in a partially revealed sequence; never a token. */
export const MASK: -1 = -1;

/** What every law over sequences has: a length and a vocabulary. The mask is none of its tokens. */
export interface SequenceSpace {
  /** Tokens in a sequence, `L`. */
  readonly length: number;
  /** Size of the vocabulary, `K`; tokens are `0 .. K-1`. */
  readonly vocabularySize: number;
}

/** A law that knows the joint entropy of any subset of its tokens: all that the theory needs. */
export interface EntropyFunction {
  /** Tokens in a sequence, `L`. */
  readonly length: number;
  /**
   * Joint entropy `H(X_S)`.
   *
   * @param positions The positions `S`: distinct, in `0 .. length - 1`, in any order
   * @returns Entropy in nats; 0 for no positions
   */
  subsetEntropy(positions: readonly number[]): number;
}

/** A law that knows the probability of a whole sequence. */
export interface LogProbability extends SequenceSpace {
  /**
   * Natural logarithm of the probability of a sequence.
   *
   * @param tokens `length` tokens, none masked
   * @returns `ln p(x)`, at most 0; `-Infinity` for an impossible sequence
   */
  logProbability(tokens: Int32Array): number;
}

/** A law that knows each masked token's law given the revealed ones: all that a sampler needs. */
export interface ConditionalLaw extends SequenceSpace {
  /**
   * Writes the law `p(x_i | revealed)` of each position asked for into a row of `out`.
   *
   * @param revealed `length` tokens, {@linkcode MASK} where not revealed
   * @param positions Masked positions `i`
   * @param out Row-major, `positions.length` rows of `vocabularySize` probabilities
   * @returns How many rows are undefined because they condition on an event of probability 0;
   *   those rows hold NaN
   */
  conditionals(revealed: Int32Array, positions: Int32Array, out: Float64Array): number;
}

/** A law that sequences can be drawn from exactly. */
export interface SequenceSampler extends SequenceSpace {
  /**
   * Draws one sequence.
   *
   * @param stream Where the randomness comes from
   * @param out Receives `length` tokens
   */
  draw(stream: Stream, out: Int32Array): void;
}

/** A law whose information curve is computed exactly, by enumeration or in closed form. */
export interface CurveSource extends SequenceSpace {
  /**
   * The exact information curve of this law.
   *
   * @returns The curve, in nats
   */
  informationCurve(): InformationCurve;
}

/** A law that can do everything: be measured, sampled, and predicted from. */
export interface Source
  extends EntropyFunction, LogProbability, ConditionalLaw, SequenceSampler, CurveSource {}
