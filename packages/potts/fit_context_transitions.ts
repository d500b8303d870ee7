import {
  type AdditiveSmoothing,
  additiveSmoothing,
  DEFAULT_PSEUDO_COUNT,
  smoothedRow,
} from "./additive_smoothing.ts";
import { contextCounts } from "./context_counts.ts";
import {
  checkContexts,
  type ContextTransitions,
  contextTransitions,
} from "./context_transitions.ts";

/** How a chain of some order was fitted, to be recorded beside every figure made from it. */
export interface FittedContexts {
  /** The fitted table. */
  readonly transitions: ContextTransitions;
  /** Tokens that the fit read. */
  readonly tokens: number;
  /** The smoothing: `pseudoCount` added to the count of every token after every context. */
  readonly smoothing: AdditiveSmoothing;
}

/**
 * The law of a token given the `order` before it, fitted to a sequence with additive smoothing.
 *
 *     P(c, y) = (n(c, y) + c') / (n(c) + c' K),    n(c, y) = number of times y follows the context c
 *
 * A context that never occurs is followed by any token alike. At order 1 these are the numbers of
 * `fitTransitions`. O(tokens + K^(n+1)) time.
 *
 * @param tokens At least two tokens, each in `0 .. states - 1`, two of them different
 * @param options `states` `K`; `order` `n`, at least 1; `pseudoCount` `c'`, positive and finite
 * @returns The table and how it was fitted
 * @throws {RangeError} On fewer than two different symbols, a token outside the vocabulary, more
 *   contexts than `CONTEXT_LIMIT`, or a pseudo-count that is not positive and finite
 */
export function fitContextTransitions(
  tokens: ArrayLike<number>,
  options: { states: number; order: number; pseudoCount?: number },
): FittedContexts {
  const { states, order, pseudoCount = DEFAULT_PSEUDO_COUNT } = options;
  const smoothing = additiveSmoothing(pseudoCount);
  const contexts = checkContexts(options, "fit a chain");
  const values = contextCounts(tokens, options);
  for (let context = 0; context < contexts; context++) {
    const row = values.subarray(context * states, (context + 1) * states);
    row.set(smoothedRow(row, smoothing));
  }
  return {
    transitions: contextTransitions(values, { states, order }),
    tokens: tokens.length,
    smoothing,
  };
}
