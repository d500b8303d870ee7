import type { SequenceSpace } from "@unmask/information";

/** What a rule is shown before an iteration. */
export interface UnmaskingView {
  /**
   * Iterations made so far. A rule without a clock must not depend on it: inside a block it does
   * not start from 0.
   */
  readonly iteration: number;
  /** The state before the iteration: `length` tokens, `MASK` where not revealed. */
  readonly state: Int32Array;
  /** The masked positions that may be revealed, in ascending order. */
  readonly candidates: Int32Array;
  /**
   * What the predictor says of the candidates: row-major, a row of `vocabularySize` probabilities
   * for each. Empty for a rule that does not read predictions.
   */
  readonly predictions: Float64Array;
}

/**
 * What an iteration does: it reveals a uniformly random set of some size among some positions.
 *
 * A set without chance is one whose size is the number of its candidates; independent reveals are a
 * binomial size. So the same value is drawn from by the sampler and enumerated for exact errors.
 */
export interface Proposal {
  /** Masked positions of which some are revealed, each once. */
  readonly candidates: Int32Array;
  /** How many of them: a number, or the probabilities of `0 .. candidates.length`. */
  readonly size: number | Float64Array;
  /** Chance of each token revealed before the iteration to be masked again, each by itself; 0. */
  readonly remask?: number;
}

/** How the next tokens are chosen, once nothing is left to chance but the sets of its proposals. */
export interface UnmaskingRule {
  /**
   * Iterations on its clock, after which nothing is masked; some of them may reveal nothing. A rule
   * without a clock runs until nothing is masked, and reveals a token in every iteration.
   */
  readonly iterations?: number;
  /** Whether its proposals depend on predictions, so that all candidates must be predicted first. */
  readonly readsPredictions: boolean;
  /**
   * The masked positions that an iteration may reveal; absent where these are all of them.
   *
   * @param state The state before the iteration
   * @param iteration Iterations made so far
   * @returns Masked positions in ascending order
   */
  candidates?(state: Int32Array, iteration: number): Int32Array;
  /**
   * Chooses what the next iteration does: a function of what is shown, and of nothing else.
   *
   * @param view The state before the iteration and what is predicted for it
   * @returns The proposal
   */
  propose(view: UnmaskingView): Proposal;
}

/** A rule with its probability, for policies that draw a rule and then follow it. */
export interface WeightedRule {
  /** Probability of the rule. */
  readonly probability: number;
  /** The rule. */
  readonly rule: UnmaskingRule;
}

/**
 * A decoding policy: which tokens of a sequence are unmasked together, and when.
 *
 * It may look at the predictions, but never at a token that an iteration is about to draw. Whatever
 * it does, the tokens of an iteration are drawn independently.
 */
export interface UnmaskingPolicy {
  /** Its name with its parameters, as in `entropy-bounded:gamma=0.5`. */
  readonly name: string;
  /**
   * The rules it follows on sequences of a shape: one, or several of which one is drawn at the start.
   *
   * @param space Length and vocabulary size
   * @returns Rules whose probabilities sum to 1
   * @throws {RangeError} When it cannot unmask such sequences
   */
  rules(space: SequenceSpace): readonly WeightedRule[];
}

/**
 * The one rule of a policy that leaves nothing to chance at the start.
 *
 * @param rule The rule
 * @returns It, with probability 1
 */
export function onlyRule(rule: UnmaskingRule): readonly WeightedRule[] {
  return [{ probability: 1, rule }];
}
