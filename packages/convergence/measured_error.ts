import {
  type ErrorFacts,
  type ErrorRange,
  inNats,
  type MeasuredError,
  NEGLIGIBLE_ERROR,
  rangeOfError,
  rangeOfMeasured,
  SIGNATURE_FACTOR,
} from "./failure_signature.ts";
import { pathError } from "./path_error.ts";

/** A measured error beside what it can be. */
export interface Comparison {
  /** Exact sampling error, the least path error that any predictor can have. */
  readonly sampling: number;
  /** The path error that is expected: sampling plus training error, as far as that is known. */
  readonly expected: ErrorRange;
  /** Whether the training error is known. */
  readonly isTrainingKnown: boolean;
  /** The measured error with its doubt; unbounded doubt where no standard error was given. */
  readonly measured: ErrorRange;
  /** The measured error as it was given. */
  readonly given: MeasuredError;
  /** Whether it lies below, above, or where it is expected. */
  readonly side: "below" | "above" | "agrees";
}

/**
 * Holds a measured error against what it can be.
 *
 *     sampling error + training error <= measured path error,   with equality for the predictor named
 *
 * Beyond four standard errors, the rounding of the written number and what draws may have missed. Without a standard error, only
 * a number that is off by a factor of two is told from chance. O(L).
 *
 * @param facts `curve`, `sizes` and `measured`, with `trainingError` where known
 * @returns The comparison, or undefined where nothing was measured
 */
export function compareMeasured(facts: ErrorFacts): Comparison | undefined {
  const { curve, sizes, trainingError, measured: given } = facts;
  if (given === undefined) return undefined;
  const sampling = pathError(curve, sizes);
  const training = rangeOfError(trainingError ?? 0);
  const expected = { low: sampling + Math.max(0, training.low), high: sampling + training.high };
  const { pathError: error, standardError, rounding = 0 } = given;
  const measured = standardError === undefined
    ? {
      low: (error - rounding) / SIGNATURE_FACTOR,
      high: (error + rounding) * SIGNATURE_FACTOR,
    }
    : rangeOfMeasured({ pathError: error, standardError, rounding });
  const side = measured.high < expected.low - NEGLIGIBLE_ERROR
    ? "below"
    : measured.low > expected.high + NEGLIGIBLE_ERROR
    ? "above"
    : "agrees";
  return {
    sampling,
    expected,
    isTrainingKnown: trainingError !== undefined,
    measured,
    given,
    side,
  };
}

/**
 * A measured error in a sentence.
 *
 * @param measured The error
 * @returns For example `0.52 nats (standard error 0.01)`
 */
export function measuredText({ pathError, standardError }: MeasuredError): string {
  return standardError === undefined
    ? `${inNats(pathError)} (no standard error given)`
    : standardError === 0
    ? inNats(pathError)
    : `${inNats(pathError)} (standard error ${Number(standardError.toPrecision(2))})`;
}
