import type { NeighbourTables, Pmf } from "@unmask/information";
import type { ContextInformation } from "./context_information.ts";

/** A token between two known ones. */
export interface TokenBetween {
  /** The known token before. */
  readonly from: number;
  /** How many positions before, at least 1. */
  readonly left: number;
  /** The known token after. */
  readonly to: number;
  /** How many positions after, at least 1. */
  readonly right: number;
}

/**
 * What a Markov chain of `length` tokens must know for all the rest to follow: how likely each
 * token is at each position, and how likely a token is some steps after another.
 */
export interface TransitionKernel {
  /** Tokens in a sequence, `L`. */
  readonly length: number;
  /** Size of the vocabulary, `K`. */
  readonly vocabularySize: number;
  /** Whether all tokens have one law, so that gap entropies do not depend on the position. */
  readonly isStationary: boolean;
  /**
   * The law of the token at a position.
   *
   * @param position In `0 .. length - 1`
   * @returns `K` masses; shared, not to be written to
   */
  marginal(position: number): Pmf;
  /**
   * How likely a token is, some positions after another.
   *
   * @param distance `d`, in `1 .. length - 1`
   * @param from The token before
   * @param to The token after
   * @returns `P^d(from, to)`
   */
  probability(distance: number, from: number, to: number): number;
  /**
   * Weights of a token between two known ones, where the products `P^left(from, y) P^right(y, to)`
   * leave the range of doubles: the same products, scaled.
   *
   * @param between The known tokens and how far they are
   * @param out Receives `K` weights, proportional to the law of the token
   * @returns Their sum; 0 where the two known tokens cannot occur together
   */
  scaledWeights(between: TokenBetween, out: Float64Array): number;
  /**
   * What a sampler needs of this chain, as plain arrays.
   *
   * @returns Tables; shared, not to be written to
   */
  neighbourTables(): NeighbourTables;
  /**
   * Entropy of a token given an earlier one.
   *
   * @param position Where the earlier token is
   * @param distance How many positions later the other is, at least 1
   * @returns `H(X_{position + distance} | X_position)` in nats
   */
  gapEntropy(position: number, distance: number): number;
  /**
   * Mean entropy of one token.
   *
   * @returns `f(0)` in nats
   */
  tokenEntropy(): number;
  /**
   * Mutual information of the pairs of tokens at each distance.
   *
   * @returns `S_d = sum_a I(X_a; X_{a+d})` in nats for `d = 1 ..`, cut where negligible
   */
  pairInformation(): Float64Array;
  /**
   * What the curve of the tokens after the first is made of, given the first.
   *
   * @returns The mean entropy of these tokens and the information of each step, in nats
   */
  contextInformation(): ContextInformation;
  /**
   * The kernel of some neighbouring tokens: a chain too.
   *
   * @param tokens `start`, the first of them, and how many, `length`; within this chain
   * @returns Their kernel
   */
  window(tokens: { start: number; length: number }): TransitionKernel;
}
