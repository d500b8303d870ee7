/**
 * The exact information curve of a law over sequences: the object that every sampling error is a
 * linear function of.
 *
 *     f(k)    = E H(X_i | X_S),            |S| = k,     i not in S,   k = 0 .. L-1
 *     Z_{k+1} = E I(X_i; X_S) = f(0) - f(k)
 *
 * averaged over uniformly random `S` and `i`. `f` is non-increasing and non-negative (Han's
 * inequality); both forms are kept, since `Z` computed as a difference of `f` loses its digits
 * exactly where tokens depend on each other weakly, and `f` computed as one of `Z` where they
 * determine each other; see {@linkcode informationBetween}. An estimated curve is another type.
 */
export interface InformationCurve {
  /** Tokens in a sequence, `L`. */
  readonly length: number;
  /** `f(0) .. f(L-1)` in nats, non-increasing. */
  readonly conditionalEntropies: Float64Array;
  /** `Z_1 .. Z_L` in nats, non-decreasing from 0: `tokenMutualInformation[k] = f(0) - f(k)`. */
  readonly tokenMutualInformation: Float64Array;
  /**
   * How far apart differences of the curve may be from exact ones by its origin, in nats: rounding of
   * entropies that were subtracted; 0 where both forms are known to their own last bits.
   */
  readonly resolution: number;
  /** Only the constructors of this file make a curve; the property exists in the type only. */
  readonly "proved as": "information curve";
}

/**
 * How far a computed curve may rise before it is refused, in nats, and relative to `f(0)` where
 * that is above one nat. Exact curves rise by rounding alone: a mass near 1 carries 1e-16, so do
 * the entropies made of it, however small they are; tables with millions of cells reach 1e-13.
 */
export const CURVE_TOLERANCE = 1e-12;

/**
 * The information curve with the given conditional entropies.
 *
 * Rises and negative values within {@linkcode CURVE_TOLERANCE}, or within what `rounding` explains,
 * are rounding and are flattened (running minimum, at least 0), so that every error computed from a
 * curve is non-negative. O(L) time and memory.
 *
 * @param conditionalEntropies `f(0) .. f(L-1)` in nats
 * @param options `rounding`, how far each value may be from the exact one, in nats, where more is
 *   known than that it is last bits
 * @returns The proved curve
 * @throws {RangeError} On no entries, an entry that is not finite or is negative, or a curve that
 *   increases
 */
export function curveFromConditionalEntropies(
  conditionalEntropies: ArrayLike<number>,
  { rounding = 0 }: { rounding?: number } = {},
): InformationCurve {
  const length = checkedLength(conditionalEntropies);
  const first = Math.max(0, conditionalEntropies[0]!);
  const slack = Math.max(CURVE_TOLERANCE * Math.max(1, first), 2 * rounding);
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
        `Cannot use an information curve: it must not increase, got f(${k}) = ${value} after ${lowest}`,
      );
    }
    lowest = Math.min(lowest, Math.max(value, 0));
    f[k] = lowest;
    z[k] = first - lowest;
  }
  return provedCurve(f, z, Math.max(RESOLUTION * first, 2 * rounding));
}

/**
 * The information curve with the given token entropy and mutual informations, for laws that know
 * `Z` to full relative precision.
 *
 * Falls within {@linkcode CURVE_TOLERANCE}, and values so little above `f(0)`, are rounding and are
 * flattened (running maximum, at most `f(0)`). O(L) time and memory.
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
  const slack = CURVE_TOLERANCE * Math.max(1, tokenEntropy);
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
  return provedCurve(f, z, 0);
}

/** How far apart the two forms of one curve may be: long sums of `Z` drift by 1e-10 of `f(0)`. */
const SAME_CURVE = 1e-9;

/**
 * The same curve with conditional entropies that are known better than as differences, for laws whose
 * tokens nearly determine each other.
 *
 * Each takes the place of what `Z` leaves of `f(0)`, from which it may differ by {@linkcode SAME_CURVE}
 * of `f(0)`; a rise is flattened. O(L) time and memory.
 *
 * @param curve The curve, from token mutual informations
 * @param conditionalEntropies `f(k)` in nats where it is known to its own last bits, NaN elsewhere
 * @returns The proved curve
 * @throws {RangeError} On a value that is another curve's
 */
export function withConditionalEntropies(
  curve: InformationCurve,
  conditionalEntropies: Float64Array,
): InformationCurve {
  const slack = SAME_CURVE * curve.conditionalEntropies[0]!;
  let lowest = Infinity;
  const f = curve.conditionalEntropies.map((value, k) => {
    const known = conditionalEntropies[k]!;
    if (!Number.isNaN(known) && !(Math.abs(known - value) <= slack)) {
      throw new RangeError(
        `Cannot use an information curve: f(${k}) must be f(0) - Z_${
          k + 1
        } = ${value}, got ${known}`,
      );
    }
    return lowest = Math.min(lowest, Number.isNaN(known) ? value : Math.max(0, known));
  });
  return provedCurve(f, curve.tokenMutualInformation, curve.resolution);
}

/**
 * What the tokens from one count to another tell of one more, to the precision of the smaller form.
 *
 *     f(from) - f(to) = Z_{to+1} - Z_{from+1}
 *
 * The difference of two entropies near 0, where tokens are nearly determined, or of two informations
 * near 0, where they are nearly independent. Zero exactly where the curve is flat. O(1).
 *
 * @param curve The curve
 * @param options `from` and `to`, revealed tokens, `0 <= from <= to < L`
 * @returns Nats, at least 0
 */
export function informationBetween(
  { conditionalEntropies: f, tokenMutualInformation: z }: Pick<
    InformationCurve,
    "conditionalEntropies" | "tokenMutualInformation"
  >,
  { from, to }: { from: number; to: number },
): number {
  return f[from]! < z[to]! ? f[from]! - f[to]! : z[to]! - z[from]!;
}

/** Last bits that subtracted entropies leave uncertain, relative to `f(0)`. */
const RESOLUTION = 2 ** -49;

function provedCurve(
  conditionalEntropies: Float64Array,
  tokenMutualInformation: Float64Array,
  resolution: number,
): InformationCurve {
  const { length } = conditionalEntropies;
  return Object.freeze({
    length,
    conditionalEntropies,
    tokenMutualInformation,
    resolution,
  }) as InformationCurve;
}

function checkedLength(values: ArrayLike<number>): number {
  if (!(values.length >= 1)) {
    throw new RangeError("Cannot use an information curve: it must have at least 1 value, got 0");
  }
  return values.length;
}
