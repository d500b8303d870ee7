import { separableCode } from "./separable_code.ts";
import { checkSequenceSpace } from "./sequence_space.ts";
import type { SequenceSpace, Source } from "./source.ts";

/**
 * Uniform over the sequences whose sum is 0 modulo `K`: any `L - 1` tokens look independent, and
 * together they give away the last.
 *
 *     H(S) = min(|S|, L-1) ln K,   Z_j = 0 for j < L,   Z_L = ln K,   TC = ln K,   DTC = (L-1) ln K
 *
 * for `L >= 2`; the only token of `L = 1` is 0. Every operation is O(L + output) or better.
 *
 * @param options `length` `L` and `vocabularySize` `K`
 * @returns The law
 * @throws {RangeError} On a shape that is not of positive integers within the limits
 */
export function parity(options: SequenceSpace): Source {
  checkSequenceSpace(options, "make a parity law");
  const { length, vocabularySize } = options;
  return separableCode({
    length,
    vocabularySize,
    dimension: length - 1,
    complete(word: Int32Array, known: readonly number[]): void {
      // The unknown position is the first at which `known`, ascending, does not hold its own index.
      const gap = known.findIndex((position, i) => position !== i);
      const missing = gap < 0 ? length - 1 : gap;
      const sum = known.reduce((total, position) => total + word[position]!, 0);
      word[missing] = (vocabularySize - sum % vocabularySize) % vocabularySize;
    },
  });
}
