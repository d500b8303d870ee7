import { MASK, sortedPositions } from "@unmask/information";

/** Fewest positions to unmask: a curve of two points has no shape to plan on. */
export const FEWEST_UNMASKED = 3;

/** Which positions of a sequence are always revealed, as a prompt is, and which a schedule unmasks. */
export interface RevealPattern {
  /** Tokens in a sequence, `L`. */
  readonly length: number;
  /** Positions that are always revealed, ascending. */
  readonly given: Int32Array;
  /** The others, ascending: what is unmasked. */
  readonly unmasked: Int32Array;
}

/**
 * A pattern of positions that are always revealed. O(L).
 *
 * @param length Tokens in a sequence, `L`
 * @param given Distinct positions that are always revealed; none by default
 * @returns The pattern
 * @throws {RangeError} On a position that is none or occurs twice, or where fewer than
 *   {@linkcode FEWEST_UNMASKED} are left
 */
export function revealPattern(length: number, given: readonly number[] = []): RevealPattern {
  const sorted = Int32Array.from(sortedPositions(given, length));
  const isGiven = new Uint8Array(length);
  for (const position of sorted) isGiven[position] = 1;
  const unmasked = Int32Array.from(isGiven.keys()).filter((position) => isGiven[position] === 0);
  if (!(unmasked.length >= FEWEST_UNMASKED)) {
    throw new RangeError(
      `Cannot measure a model: positions to unmask must be at least ${FEWEST_UNMASKED}, got ${unmasked.length} of ${length}`,
    );
  }
  return { length, given: sorted, unmasked };
}

/**
 * A sequence with nothing revealed but what always is. O(L).
 *
 * @param tokens The sequence
 * @param pattern What is always revealed
 * @returns The state
 */
export function onlyGiven(tokens: Int32Array, { given }: RevealPattern): Int32Array {
  const state = new Int32Array(tokens.length).fill(MASK);
  for (const position of given) state[position] = tokens[position]!;
  return state;
}
