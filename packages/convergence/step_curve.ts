import { curveFromTokenMutualInformation, type InformationCurve } from "@unmask/information";

/**
 * The law that realises a step curve: a uniformly random codeword of a Reed-Solomon code, whose
 * any `dimension` tokens are independent and determine all others.
 */
export interface StepLaw {
  /** Kind of source on the command line. */
  readonly kind: "reed-solomon";
  /** Size of the field and vocabulary, the smallest prime of at least `length`. */
  readonly field: number;
  /** Tokens in a codeword, `L`. */
  readonly length: number;
  /** Tokens that determine the rest, `k`: `Z_j = ln field` for `j > k` and 0 up to there. */
  readonly dimension: number;
}

/**
 * The law whose curve is the step `Z_j = ln q 1[j > k]`.
 *
 * Every information curve is a non-negative combination of the steps `k = 1 .. L-1`, which is why
 * a linear inequality need only be checked on them.
 *
 * @param options `length` `L`; `dimension` `k`, in `1 .. L-1`
 * @returns The law, as data
 * @throws {RangeError} On a length or dimension out of range
 */
export function stepLaw(options: { length: number; dimension: number }): StepLaw {
  checkStep(options);
  const { length, dimension } = options;
  return { kind: "reed-solomon", field: smallestPrimeFrom(length), length, dimension };
}

/**
 * The step curve `Z_j = height 1[j > k]` itself.
 *
 * @param options `length` `L`; `dimension` `k`, in `1 .. L-1`; `height` in nats, 1 by default
 * @returns The curve, with `f(0) = height`
 * @throws {RangeError} On a length or dimension out of range, or a height that is negative or infinite
 */
export function stepCurve(
  options: { length: number; dimension: number; height?: number },
): InformationCurve {
  checkStep(options);
  const { length, dimension, height = 1 } = options;
  return curveFromTokenMutualInformation(
    height,
    Float64Array.from({ length }, (_, j) => j >= dimension ? height : 0),
  );
}

function checkStep({ length, dimension }: { length: number; dimension: number }): void {
  if (!(Number.isSafeInteger(length) && length >= 2)) {
    throw new RangeError(
      `Cannot make a step: length must be an integer of at least 2, got ${length}`,
    );
  }
  if (!(Number.isSafeInteger(dimension) && dimension >= 1 && dimension < length)) {
    throw new RangeError(
      `Cannot make a step: dimension must be an integer from 1 to ${length - 1}, got ${dimension}`,
    );
  }
}

function smallestPrimeFrom(least: number): number {
  let candidate = least;
  while (!isPrime(candidate)) candidate++;
  return candidate;
}

function isPrime(candidate: number): boolean {
  for (let divisor = 2; divisor * divisor <= candidate; divisor++) {
    if (candidate % divisor === 0) return false;
  }
  return true;
}
