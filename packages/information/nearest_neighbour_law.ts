import type { SequenceSpace } from "./source.ts";

/** Products of two probabilities whose sum is below this have lost digits, or are gone altogether. */
export const SMALLEST_PRODUCT = 2 ** -900;

/**
 * Scales each of two probabilities whose products are below {@linkcode SMALLEST_PRODUCT}: exact, since
 * it is a power of two, and none of the scaled products overflows.
 */
export const PRODUCT_SCALE = 2 ** 537;

/**
 * Everything a sampler needs of a law in which a masked token depends on the revealed ones through
 * the nearest on either side alone, as plain arrays: they can be handed to another thread.
 *
 *     p(x_i = y | x_a, x_b)  is proportional to  P^{i-a}(x_a, y) P^{b-i}(y, x_b)
 */
export type NeighbourTables = EqualityTables | MatrixTables;

/**
 * Tables of a law whose tokens are uniform alone, and of which `P^d(x, y)` depends on whether `x = y`
 * alone. Its entries are `mantissa * rare^order`, since a product of two may leave the range of
 * doubles where the law that it is proportional to does not.
 */
export interface EqualityTables extends SequenceSpace {
  /** Which tables these are. */
  readonly form: "equality";
  /** Probability of one given step against the coupling; 0 where it leaves the range of doubles. */
  readonly rare: number;
  /** Mantissa of `P^d(x, x)` at index `d`, in `1 .. length - 1`; index 0 is not used. */
  readonly same: Float64Array;
  /** Mantissa of `P^d(x, y)` for other `y`, likewise. */
  readonly other: Float64Array;
  /** Order of `P^d(x, x)`, 0 or 1, likewise. */
  readonly sameOrder: Uint8Array;
  /** Order of `P^d(x, y)` for other `y`, 0 or 1, likewise. */
  readonly otherOrder: Uint8Array;
}

/** Tables of a law that is given by the powers of a matrix. */
export interface MatrixTables extends SequenceSpace {
  /** Which tables these are. */
  readonly form: "matrix";
  /** `P^1, P^2, ..`, each row-major, up to one that all later ones are equal to. */
  readonly powers: Float64Array;
  /** Laws of the tokens at positions `0, 1, ..`, up to one that all later ones are equal to. */
  readonly marginals: Float64Array;
}

/** A law in which a masked token depends on the nearest revealed ones alone. */
export interface NearestNeighbourLaw extends SequenceSpace {
  /**
   * The tables of this law.
   *
   * @returns Tables; shared, not to be written to
   * @throws {RangeError} When they would take more memory than the law allows
   */
  neighbourTables(): NeighbourTables;
}
