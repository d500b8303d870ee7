import type { Pmf } from "@unmask/information";

/**
 * What a Markov chain of `length` tokens must know for all the rest to follow: how likely each
 * token is at each position, and how likely a token is some steps after another.
 */
export interface TransitionKernel {
  /** Tokens in a sequence, `L`. */
  readonly length: number;
  /** Size of the vocabulary, `K`. */
  readonly vocabularySize: number;
  /** The law of the token at a position. */
  marginal(position: number): Pmf;
  /** `P^d(from, to)`: probability of `to`, `distance >= 1` positions after `from`. */
  probability(distance: number, from: number, to: number): number;
  /** Entropy of the token `distance >= 1` positions after `position`, given that one, in nats. */
  gapEntropy(position: number, distance: number): number;
  /** Mean entropy of one token, `f(0)`, in nats. */
  tokenEntropy(): number;
  /** `S_d = sum_a I(X_a; X_{a+d})` in nats for `d = 1 ..`, cut where negligible. */
  pairInformation(): Float64Array;
}
