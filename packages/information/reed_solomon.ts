import { interpolate } from "./interpolation.ts";
import { isPrime, reciprocals } from "./prime_field.ts";
import { separableCode } from "./separable_code.ts";
import { checkSequenceSpace, VOCABULARY_LIMIT } from "./sequence_space.ts";
import type { Source } from "./source.ts";

/** Parameters of a Reed-Solomon code. */
export interface ReedSolomonOptions {
  /** The prime `q`: tokens are the elements of its field, `K = q`. */
  readonly field: number;
  /** Tokens in a word, `n`; at most `q`. */
  readonly length: number;
  /** Coefficients of a polynomial, `k`, in `1 .. n`: any `k` tokens determine the rest. */
  readonly dimension: number;
}

/** Most modular products spent on completing one word, about a minute. */
export const CODEWORD_COST_LIMIT = 2 ** 32;

/**
 * A uniformly random word of a Reed-Solomon code: the values of a random polynomial of degree below
 * `k` at the points `0 .. n-1` of the field of `q` elements.
 *
 *     H(S) = min(|S|, k) ln q,   Z_j = ln q 1[j > k],   TC = (n-k) ln q,   DTC = k ln q
 *
 * for `k < n`; `k = n` is independent tokens, `k = 1` copies. Its `Z` is a single step, and every
 * `Z` is a non-negative combination of such steps: a linear inequality that holds for the codes of
 * all dimensions holds for every law of that length. Entropies and the curve are O(n); completing a word, which log-probabilities,
 * conditionals and draws do, takes O(n k) modular products and O(n) memory.
 *
 * @param options `field` `q`, `length` `n`, `dimension` `k`
 * @returns The law
 * @throws {RangeError} On a field that is no prime, is below the length, or is above
 *   {@linkcode VOCABULARY_LIMIT}; on a dimension outside `1 .. n`; of the law, when a word costs
 *   more than {@linkcode CODEWORD_COST_LIMIT}
 * @see I. S. Reed, G. Solomon, "Polynomial codes over certain finite fields", 1960
 * @example
 * ```ts
 * import { reedSolomon } from "@unmask/information";
 * import assert from "node:assert/strict";
 *
 * const law = reedSolomon({ field: 5, length: 4, dimension: 2 });
 * // Any two of the four tokens are independent; the other two add nothing.
 * assert.equal(law.subsetEntropy([0, 3]), 2 * Math.log(5));
 * assert.equal(law.subsetEntropy([0, 1, 2, 3]), 2 * Math.log(5));
 * // A line through 1 and 3 goes on to 5 = 0 and 7 = 2 modulo 5.
 * assert.ok(law.logProbability(Int32Array.of(1, 3, 0, 2)) > -Infinity);
 * ```
 */
export function reedSolomon(options: ReedSolomonOptions): Source {
  const { field, length, dimension } = options;
  const action = "make a Reed-Solomon code";
  checkSequenceSpace({ length, vocabularySize: 1 }, action);
  // The limit also keeps products of two residues, 2^44, exact; trial division comes after it.
  if (!(field >= length && (field > VOCABULARY_LIMIT || isPrime(field)))) {
    throw new RangeError(
      `Cannot ${action}: field must be a prime of at least the length ${length}, got ${field}`,
    );
  }
  if (!(field <= VOCABULARY_LIMIT)) {
    throw new RangeError(
      `Cannot ${action}: field must be at most ${VOCABULARY_LIMIT}, got ${field}`,
    );
  }
  if (!(Number.isSafeInteger(dimension) && dimension >= 1 && dimension <= length)) {
    throw new RangeError(
      `Cannot ${action}: dimension must be an integer from 1 to the length ${length}, got ${dimension}`,
    );
  }
  let inverse: Float64Array | undefined;
  return separableCode({
    length,
    vocabularySize: field,
    dimension,
    complete(word: Int32Array, known: readonly number[]): void {
      if (!(length * dimension <= CODEWORD_COST_LIMIT)) {
        throw new RangeError(
          `Cannot complete a word of a Reed-Solomon code: length times dimension must be at most ${CODEWORD_COST_LIMIT}, got ${length} x ${dimension}`,
        );
      }
      inverse ??= reciprocals(field, length - 1);
      interpolate(word, { known, field, inverse });
    },
  });
}
