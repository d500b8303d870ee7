import { separableCode } from "./separable_code.ts";
import { checkSequenceSpace } from "./sequence_space.ts";
import type { SequenceSpace, Source } from "./source.ts";

/**
 * Independent uniform tokens: the one law of its space that a parallel iteration cannot hurt.
 *
 *     H(S) = |S| ln K,   Z_j = 0 for every j,   TC = DTC = 0
 *
 * Every operation is O(L + output) or better. Independent tokens of another law are a Markov chain
 * with equal rows.
 *
 * @param options `length` `L` and `vocabularySize` `K`
 * @returns The law
 * @throws {RangeError} On a shape that is not of positive integers within the limits
 */
export function product(options: SequenceSpace): Source {
  checkSequenceSpace(options, "make independent tokens");
  const { length, vocabularySize } = options;
  // Every sequence is a word: all tokens are free, and nothing is left to complete.
  return separableCode({ length, vocabularySize, dimension: length, complete: () => {} });
}
