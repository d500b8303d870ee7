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
  readonly smoothing: { readonly name: "additive"; readonly pseudoCount: number };
}

/**
 * The count added to every pair of tokens: Krichevsky and Trofimov's one half, which is minimax
 * for the log-loss of a multinomial to leading order.
 */
export const DEFAULT_PSEUDO_COUNT = 0.5;

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
  if (!(pseudoCount > 0 && pseudoCount < Infinity)) {
    throw new RangeError(
      `Cannot fit a chain: the pseudo-count must be positive and finite, got ${pseudoCount}`,
    );
  }
  if (!(Number.isSafeInteger(states) && states >= 1 && states <= STATE_LIMIT)) {
    throw new RangeError(
      `Cannot fit a chain: states must be an integer from 1 to ${STATE_LIMIT}, got ${states}`,
    );
  }
  const counts = new Float64Array(states * states);
  const singles = new Float64Array(states);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (!(Number.isSafeInteger(token) && token >= 0 && token < states)) {
      throw new RangeError(
        `Cannot fit a chain: tokens must be from 0 to ${states - 1}, got ${token} at ${i}`,
      );
    }
    singles[token]!++;
    if (i > 0) counts[tokens[i - 1]! * states + token]!++;
  }
  const symbols = singles.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  if (!(symbols >= 2)) {
    throw new RangeError(`Cannot fit a chain: the text must have two symbols, got ${symbols}`);
  }
  const rows = Array.from(
    { length: states },
    (_, x) =>
      smoothedRow(
        order === 0 ? singles : counts.subarray(x * states, (x + 1) * states),
        pseudoCount,
      ),
  );
  return {
    transitions: transitionMatrix(rows),
    order,
    tokens: tokens.length,
    smoothing: { name: "additive", pseudoCount },
  };
}

function smoothedRow(counts: Float64Array, pseudoCount: number): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0) + pseudoCount * counts.length;
  return counts.map((count) => (count + pseudoCount) / total);
}
