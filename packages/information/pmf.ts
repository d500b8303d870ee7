import { compensatedSum } from "./compensated_sum.ts";

declare const proved: unique symbol;

/** A probability mass function: non-negative finite masses that sum to 1, proved by {@linkcode pmf}. */
export type Pmf = Float64Array & { readonly [proved]: true };

/**
 * How far from 1 the masses of a law may sum before it is refused: the rounding of a million
 * additions in double precision, and far below any misprint.
 */
export const MASS_TOLERANCE = 1e-9;

/**
 * Proves that `masses` is a probability mass function; the numbers are copied, never altered.
 *
 * O(n) time and memory.
 *
 * @param masses Non-negative finite masses that sum to 1 within {@linkcode MASS_TOLERANCE}
 * @returns The same masses, with the proof in the type
 * @throws {RangeError} On a negative, infinite or NaN mass, no masses, or a sum away from 1
 */
export function pmf(masses: ArrayLike<number>): Pmf {
  const total = totalMass(masses);
  if (!(Math.abs(total - 1) <= MASS_TOLERANCE)) {
    throw new RangeError(`Cannot make a pmf: masses must sum to 1, got ${total}`);
  }
  return Float64Array.from(masses) as Pmf;
}

/**
 * The probability mass function proportional to `weights`: normalised because they are called
 * weights.
 *
 *     p_i = w_i / sum_j w_j
 *
 * O(n) time and memory.
 *
 * @param weights Non-negative finite weights, not all zero
 * @returns Their pmf
 * @throws {RangeError} On a negative, infinite or NaN weight, no weights, or weights that are all 0
 */
export function pmfFromWeights(weights: ArrayLike<number>): Pmf {
  // Scaling by the largest weight first keeps a sum of huge weights finite and of tiny ones exact.
  let largest = 0;
  for (let i = 0; i < weights.length; i++) largest = Math.max(largest, checkedMass(weights[i]!));
  if (!(largest > 0)) {
    throw new RangeError(
      `Cannot normalise weights: at least one must be positive, got ${weights.length} zeros`,
    );
  }
  const masses = Float64Array.from(weights, (weight) => weight / largest);
  const total = compensatedSum(masses);
  for (let i = 0; i < masses.length; i++) masses[i] = masses[i]! / total;
  return masses as Pmf;
}

function totalMass(masses: ArrayLike<number>): number {
  if (!(masses.length >= 1)) {
    throw new RangeError("Cannot make a pmf: it must have at least one outcome, got none");
  }
  for (let i = 0; i < masses.length; i++) checkedMass(masses[i]!);
  return compensatedSum(Array.from(masses));
}

function checkedMass(mass: number): number {
  if (!(mass >= 0 && mass < Infinity)) {
    throw new RangeError(`Cannot use a mass: it must be finite and at least 0, got ${mass}`);
  }
  return mass;
}
