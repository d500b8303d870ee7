import { MarkovLaw } from "./markov_law.ts";
import { MatrixKernel } from "./matrix_kernel.ts";
import type { TransitionMatrix } from "./transition_matrix.ts";

/** Parameters of a Markov chain. */
export interface MarkovChainOptions {
  /** Tokens in a sequence, `L`. */
  readonly length: number;
  /** The transition matrix, proved. */
  readonly transitions: TransitionMatrix;
  /** Law of the first token; the stationary law when absent. */
  readonly initial?: ArrayLike<number>;
}

/**
 * A Markov chain with the given transitions.
 *
 *     p(x) = pi(x_1) prod_i P(x_i, x_{i+1})
 *
 * The curve costs `K^3` per distance until tokens that far apart are independent to the last bit,
 * and with a given start `L K^2` per distance besides.
 *
 * @param options `length`, `transitions`, and `initial` unless the chain is to be stationary
 * @returns The law
 * @throws {RangeError} On a length out of range, an initial law that is no pmf over the states, or no
 *   unique stationary law; of the law, when what is asked for would take more time than
 *   {@linkcode CHAIN_COST_LIMIT} or more memory than a chain that does not mix is allowed
 * @example
 * ```ts
 * import { markovChain, transitionMatrix } from "@unmask/potts";
 * import assert from "node:assert/strict";
 *
 * const transitions = transitionMatrix([[0, 1], [1, 0]]);
 * const law = markovChain({ length: 4, transitions });
 * // 0101 or 1010: one bit in all, known from any one token.
 * assert.equal(law.subsetEntropy([0, 1, 2, 3]), Math.LN2);
 * ```
 */
export function markovChain(options: MarkovChainOptions): MarkovLaw {
  return new MarkovLaw(new MatrixKernel(options));
}
