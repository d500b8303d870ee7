import {
  type AdditiveSmoothing,
  additiveSmoothing,
  DEFAULT_PSEUDO_COUNT,
  smoothedRow,
} from "./additive_smoothing.ts";
import { contextCounts } from "./context_counts.ts";
import { STATE_LIMIT, type TransitionMatrix, transitionMatrix } from "./transition_matrix.ts";

/** How a chain was fitted, to be recorded beside every figure made from it. */
export interface FittedTransitions {
  /** The fitted matrix. */
  readonly transitions: TransitionMatrix;
  /** 1: each token given the one before; 0: each token alone. */
  readonly order: 0 | 1;
  /** Tokens that the fit read. */
  readonly tokens: number;
  /** The smoothing: `pseudoCount` added to the count of every pair. */
  readonly smoothing: AdditiveSmoothing;
}

/**
 * Transition probabilities fitted to a sequence of tokens, with additive smoothing.
 *
 *     P(x, y) = (n_xy + c) / (n_x + c K),    n_xy = number of times y follows x
 *
 * At order 0 every row is the smoothed law of a single token. O(n + K^2) time.
 *
 * @param tokens At least two tokens, each in `0 .. states - 1`, two of them different
 * @param options `states` `K`; `order` 1 (default) or 0; `pseudoCount` `c`, positive and finite
 * @returns The matrix and how it was fitted
 * @throws {RangeError} On fewer than two different symbols, a token outside the vocabulary, states
 *   above {@linkcode STATE_LIMIT}, another order, or a pseudo-count that is not positive and finite
 */
export function fitTransitions(
  tokens: ArrayLike<number>,
  options: { states: number; order?: number; pseudoCount?: number },
): FittedTransitions {
  const { states, order = 1, pseudoCount = DEFAULT_PSEUDO_COUNT } = options;
  if (!(order === 0 || order === 1)) {
    throw new RangeError(`Cannot fit a chain: order must be 0 or 1, got ${order}`);
  }
  const smoothing = additiveSmoothing(pseudoCount);
  if (!(Number.isSafeInteger(states) && states >= 1 && states <= STATE_LIMIT)) {
    throw new RangeError(
      `Cannot fit a chain: states must be an integer from 1 to ${STATE_LIMIT}, got ${states}`,
    );
  }
  const counts = contextCounts(tokens, { states, order });
  const rows = Array.from({ length: states }, (_, x) => {
    const first = order === 0 ? 0 : x * states;
    return smoothedRow(counts.subarray(first, first + states), smoothing);
  });
  return {
    transitions: transitionMatrix(rows),
    order,
    tokens: tokens.length,
    smoothing,
  };
}
