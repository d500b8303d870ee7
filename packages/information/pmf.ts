import { compensatedSum } from "./compensated_sum.ts";

/**
 * A probability mass function: non-negative finite masses that sum to 1, proved by {@linkcode pmf}.
 *
 * The property with a name exists in the type only.
 */
export type Pmf = Float64Array & { readonly "proved as": "pmf" };

/**
 * How far from 1 the masses of a law may sum before it is refused: the rounding of a million
 * additions in double precision, and far below any misprint.
 */
export const MASS_TOLERANCE = 1e-9;

/**
 * Proves that `masses` is a probability mass function; the numbers are copied, never altered.
 *
 *     p_i >= 0,   |sum_i p_i - 1| <= 1e-9
 *
 * O(n) time and memory.
 *
 * @param masses Non-negative finite masses that sum to 1 within {@linkcode MASS_TOLERANCE}
 * @returns The same masses, with the proof in the type
 * @throws {RangeError} On a negative, infinite or NaN mass, no masses, or a sum away from 1
 * @example
 * ```ts
 * import { entropy, pmf } from "@unmask/information";
 * import assert from "node:assert/strict";
 *
 * assert.equal(entropy(pmf([0.5, 0.5])), Math.LN2);
 * assert.throws(() => pmf([0.5, 0.4]), RangeError);
 * ```
 */
export function pmf(masses: ArrayLike<number>): Pmf {
  if (!(masses.length >= 1)) {
    throw new RangeError("Cannot make a pmf: it must have at least one outcome, got none");
  }
  const copy = Float64Array.from(masses);
  for (let i = 0; i < copy.length; i++) checkMass(copy[i]!);
  const total = compensatedSum(copy);
  if (!(Math.abs(total - 1) <= MASS_TOLERANCE)) {
    throw new RangeError(
      `Cannot make a pmf: masses must sum to 1 within ${MASS_TOLERANCE}, got ${total}`,
    );
  }
  return copy as Pmf;
}

/**
 * The probability mass function proportional to `weights`: normalised because they are called
 * weights.
 *
 *     p_i = w_i / sum_j w_j
 *
 * Each mass carries two roundings. O(n) time and memory.
 *
 * @param weights Non-negative finite weights, not all zero
 * @returns Their pmf
 * @throws {RangeError} On a negative, infinite or NaN weight, no weights, or weights that are all 0
 */
export function pmfFromWeights(weights: ArrayLike<number>): Pmf {
  const masses = Float64Array.from(weights);
  let largest = 0;
  for (let i = 0; i < masses.length; i++) largest = Math.max(largest, checkMass(masses[i]!));
  if (!(largest > 0)) {
    throw new RangeError(
      `Cannot normalise weights: at least one must be positive, got ${
        masses.length === 0 ? "none" : `${masses.length} zeros`
      }`,
    );
  }
  // Scaling by the largest weight first keeps a sum of huge weights finite and of tiny ones exact.
  for (let i = 0; i < masses.length; i++) masses[i]! /= largest;
  const total = compensatedSum(masses);
  for (let i = 0; i < masses.length; i++) masses[i]! /= total;
  return masses as Pmf;
}

function checkMass(mass: number): number {
  if (!(mass >= 0 && mass < Infinity)) {
    throw new RangeError(`Cannot use a mass: it must be finite and at least 0, got ${mass}`);
  }
  return mass;
}
