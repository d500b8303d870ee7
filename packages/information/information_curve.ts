import { compensatedSum } from "./compensated_sum.ts";

declare const proved: unique symbol;

/**
 * The exact information curve of a law over sequences: the object that every sampling error is a
 * linear function of.
 *
 *     f(k)    = E H(X_i | X_S),            |S| = k,     i not in S,   k = 0 .. L-1
 *     Z_{k+1} = E I(X_i; X_S) = f(0) - f(k)
 *
 * averaged over uniformly random `S` and `i`. `f` is non-increasing and non-negative (Han's
 * inequality); both forms are kept, since `Z` computed as a difference of `f` loses its digits
 * exactly where tokens depend on each other weakly. An estimated curve is another type.
 */
export interface InformationCurve {
  /** Tokens in a sequence, `L`. */
  readonly length: number;
  /** `f(0) .. f(L-1)` in nats, non-increasing. */
  readonly conditionalEntropies: Float64Array;
  /** `Z_1 .. Z_L` in nats, non-decreasing from 0: `tokenMutualInformation[k] = f(0) - f(k)`. */
  readonly tokenMutualInformation: Float64Array;
  /** Only the constructors of this file make a curve. */
  readonly [proved]: true;
}

/**
 * How far, relative to `f(0)`, a computed curve may rise before it is refused. Exact curves rise by
 * rounding alone: entropies of tables with millions of cells carry errors near 1e-14.
 */
export const CURVE_TOLERANCE = 1e-12;

/**
 * The information curve with the given conditional entropies.
 *
 * Rises and negative values within {@linkcode CURVE_TOLERANCE} are rounding and are flattened
 * (running minimum, at least 0), so that every error computed from a curve is non-negative.
 * O(L) time and memory.
 *
 * @param conditionalEntropies `f(0) .. f(L-1)` in nats
 * @returns The proved curve
 * @throws {RangeError} On no entries, an entry that is not finite or is negative, or a curve that
 *   increases
 */
export function curveFromConditionalEntropies(
  conditionalEntropies: ArrayLike<number>,
): InformationCurve {
  const length = checkedLength(conditionalEntropies);
  const first = conditionalEntropies[0]!;
  const slack = CURVE_TOLERANCE * first;
  const f = new Float64Array(length);
  const z = new Float64Array(length);
  let lowest = first;
  for (let k = 0; k < length; k++) {
    const value = conditionalEntropies[k]!;
    if (!(value >= -slack && value < Infinity)) {
      throw new RangeError(
        `Cannot use an information curve: every value must be finite and at least 0, got f(${k}) = ${value}`,
      );
    }
    if (!(value <= lowest + slack)) {
      throw new RangeError(
        `Cannot use an information curve: it must not increase, got f(${k}) = ${value} after f(${
          k - 1
        }) = ${conditionalEntropies[k - 1]}`,
      );
    }
    lowest = Math.min(lowest, Math.max(value, 0));
    f[k] = lowest;
    z[k] = first - lowest;
  }
  return Object.freeze({
    length,
    conditionalEntropies: f,
    tokenMutualInformation: z,
  }) as InformationCurve;
}

/**
 * The information curve with the given token entropy and mutual informations, for laws that know
 * `Z` to full relative precision.
 *
 * Falls within {@linkcode CURVE_TOLERANCE} of `f(0)` are rounding and are flattened (running
 * maximum). O(L) time and memory.
 *
 * @param tokenEntropy `f(0)`, the mean entropy of one token, in nats
 * @param tokenMutualInformation `Z_1 .. Z_L` in nats; `Z_1 = 0`
 * @returns The proved curve
 * @throws {RangeError} On no entries, `Z_1 != 0`, an entry that is not finite, a curve that falls,
 *   or `Z_L > f(0)`
 */
export function curveFromTokenMutualInformation(
  tokenEntropy: number,
  tokenMutualInformation: ArrayLike<number>,
): InformationCurve {
  const length = checkedLength(tokenMutualInformation);
  if (!(tokenEntropy >= 0 && tokenEntropy < Infinity)) {
    throw new RangeError(
      `Cannot use an information curve: f(0) must be finite and at least 0, got ${tokenEntropy}`,
    );
  }
  if (tokenMutualInformation[0] !== 0) {
    throw new RangeError(
      `Cannot use an information curve: Z_1 must be 0, got ${tokenMutualInformation[0]}`,
    );
  }
  const slack = CURVE_TOLERANCE * tokenEntropy;
  const f = new Float64Array(length);
  const z = new Float64Array(length);
  let highest = 0;
  for (let k = 0; k < length; k++) {
    const value = tokenMutualInformation[k]!;
    if (!(value >= highest - slack && value <= tokenEntropy + slack)) {
      throw new RangeError(
        `Cannot use an information curve: Z must not fall and stay at most f(0) = ${tokenEntropy}, got Z_${
          k + 1
        } = ${value} after ${highest}`,
      );
    }
    highest = Math.max(highest, Math.min(value, tokenEntropy));
    z[k] = highest;
    f[k] = tokenEntropy - highest;
  }
  return Object.freeze({
    length,
    conditionalEntropies: f,
    tokenMutualInformation: z,
  }) as InformationCurve;
}

/** The four numbers of a law that its information curve determines, in nats. */
export interface CurveMeasures {
  /** `H(X) = sum_k f(k)`. */
  readonly entropy: number;
  /** `TC = sum_i H(X_i) - H(X) = sum_j Z_j`. */
  readonly totalCorrelation: number;
  /** `DTC = H(X) - sum_i H(X_i | X_-i) = sum_j (Z_L - Z_j)`. */
  readonly dualTotalCorrelation: number;
  /** `MI = sum_i I(X_i; X_-i) = L Z_L = TC + DTC`, the sum in the paper's theorems. */
  readonly totalMutualInformation: number;
}

/**
 * Entropy, total correlation, dual total correlation and total token mutual information, read off
 * the curve as sums of non-negative terms.
 *
 * O(L) time, O(1) memory.
 *
 * @param curve An exact information curve
 * @returns The measures, each in nats and at least 0
 */
export function curveMeasures(curve: InformationCurve): CurveMeasures {
  const z = curve.tokenMutualInformation;
  const last = z[curve.length - 1]!;
  return {
    entropy: compensatedSum(curve.conditionalEntropies),
    totalCorrelation: compensatedSum(z),
    dualTotalCorrelation: compensatedSum(z.map((value) => last - value)),
    totalMutualInformation: curve.length * last,
  };
}

function checkedLength(values: ArrayLike<number>): number {
  if (!(values.length >= 1)) {
    throw new RangeError("Cannot use an information curve: it must have at least 1 value, got 0");
  }
  return values.length;
}
