import { MASK, type SequenceSpace } from "./source.ts";

/** Longest sequence of any law: a curve and its plans hold a handful of arrays of this many doubles. */
export const LENGTH_LIMIT = 2 ** 22;

/** Largest vocabulary of any law: one prediction is a row of this many doubles. */
export const VOCABULARY_LIMIT = 2 ** 22;

/**
 * Checks the shape of a law over sequences before any memory is taken for it. O(1).
 *
 * @param space `length` and `vocabularySize`
 * @param action What cannot be done if the check fails, as in "make copies"
 * @throws {RangeError} Unless both are integers from 1 to {@linkcode LENGTH_LIMIT} and
 *   {@linkcode VOCABULARY_LIMIT}
 */
export function checkSequenceSpace(space: SequenceSpace, action: string): void {
  const { length, vocabularySize } = space;
  const rules = [
    ["length", length, LENGTH_LIMIT],
    ["vocabulary size", vocabularySize, VOCABULARY_LIMIT],
  ] as const;
  for (const [thing, value, most] of rules) {
    if (!(Number.isSafeInteger(value) && value >= 1 && value <= most)) {
      throw new RangeError(
        `Cannot ${action}: ${thing} must be an integer from 1 to ${most}, got ${value}`,
      );
    }
  }
}

/**
 * Checks that a sequence is whole and of a space: a mask or a foreign token has no probability, and
 * must not be given one by an index out of range. O(L) time.
 *
 * @param tokens The sequence
 * @param space Its length and vocabulary
 * @throws {RangeError} On another number of tokens, or a token outside `0 .. vocabularySize - 1`
 */
export function checkSequence(tokens: Int32Array, space: SequenceSpace): void {
  checkTokens(tokens, { space, least: 0 });
}

/**
 * Checks what a conditional law is asked: a partially revealed sequence of a space, and masked
 * positions of it. O(L) time.
 *
 * @param revealed Tokens, {@linkcode MASK} where not revealed
 * @param positions Positions whose law is wanted
 * @param space Length and vocabulary
 * @throws {RangeError} On another number of tokens, a token that is neither the mask nor in
 *   `0 .. vocabularySize - 1`, or a position that is not masked
 */
export function checkConditioning(
  revealed: Int32Array,
  positions: Int32Array,
  space: SequenceSpace,
): void {
  checkTokens(revealed, { space, least: MASK });
  for (let row = 0; row < positions.length; row++) {
    const position = positions[row]!;
    if (revealed[position] !== MASK) {
      throw new RangeError(
        `Cannot predict a token: its position must be masked, got position ${position} that holds ${
          revealed[position]
        }`,
      );
    }
  }
}

/**
 * Positions in ascending order, checked: a position out of range would read as an entropy of 0.
 *
 * O(k log k) time, O(k) memory.
 *
 * @param positions Distinct positions in any order
 * @param length Tokens in a sequence, `L`
 * @returns The same positions, ascending
 * @throws {RangeError} On one that is not an integer in `0 .. length - 1`, or occurs twice
 */
export function sortedPositions(positions: readonly number[], length: number): Float64Array {
  const sorted = Float64Array.from(positions).sort();
  for (let i = 0; i < sorted.length; i++) {
    const position = sorted[i]!;
    if (!(Number.isInteger(position) && position >= 0 && position < length)) {
      throw new RangeError(
        `Cannot use positions: each must be an integer from 0 to ${length - 1}, got ${position}`,
      );
    }
    if (position === sorted[i - 1]) {
      throw new RangeError(`Cannot use positions: each must occur once, got ${position} twice`);
    }
  }
  return sorted;
}

function checkTokens(tokens: Int32Array, rule: { space: SequenceSpace; least: number }): void {
  const { space: { length, vocabularySize }, least } = rule;
  if (tokens.length !== length) {
    throw new RangeError(
      `Cannot use a sequence: it must have ${length} tokens, got ${tokens.length}`,
    );
  }
  for (let i = 0; i < length; i++) {
    const token = tokens[i]!;
    if (!(token >= least && token < vocabularySize)) {
      throw new RangeError(
        `Cannot use a sequence: tokens must be from ${least} to ${
          vocabularySize - 1
        }, got ${token} at position ${i}`,
      );
    }
  }
}
