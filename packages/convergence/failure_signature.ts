import type { Estimate, InformationCurve } from "@unmask/information";

/** A way in which a run of a sampler is known to go wrong, recognised in its numbers. */
export interface FailureSignature {
  /** Short name for programs. */
  readonly key: SignatureKey;
  /** Name in words. */
  readonly name: string;
  /** What was seen, one sentence with the numbers. */
  readonly sentence: string;
  /** What to do, one or two sentences. */
  readonly advice: string;
}

/** Keys of the signatures, in the order in which they are told. */
export type SignatureKey =
  | "serial-fill"
  | "endpoint-error"
  | "masking-order"
  | "negative-error"
  | "unexplained-error"
  | "training-error"
  | "training-error-floor"
  | "oversized-step"
  | "length-growth";

/** A path error that someone measured with a sampler. */
export interface MeasuredError {
  /** The error in nats. */
  readonly pathError: number;
  /** Its standard error; 0 where it was enumerated, absent where nobody knows. */
  readonly standardError?: number;
  /** How far from it the written number may be, as half of its last digit; 0 when absent. */
  readonly rounding?: number;
}

/** A run at another length, with the same size of its iterations. */
export interface ShorterRun {
  /** Exact information curve of the law at that length. */
  readonly curve: InformationCurve;
  /** Mask sizes there, in order of unmasking. */
  readonly sizes: readonly number[];
  /** What was measured there. */
  readonly measured: MeasuredError;
}

/** What is known of a run. Each signature looks at what it needs, and is silent where that is absent. */
export interface ErrorFacts {
  /** Exact information curve of the law. */
  readonly curve: InformationCurve;
  /** Mask sizes in order of unmasking. */
  readonly sizes: readonly number[];
  /** Training error of the predictor on these sizes: exact, or an estimate. */
  readonly trainingError?: number | Estimate;
  /** Exact training error one token at a time: what all steps together leave. */
  readonly trainingFloor?: number;
  /** Exact endpoint error of the exact predictor on these sizes. */
  readonly endpointError?: number;
  /** What the user's sampler was measured to have. */
  readonly measured?: MeasuredError;
  /** The same on shorter sequences. */
  readonly shorter?: ShorterRun;
}

/**
 * Standard errors by which numbers must differ before a signature speaks: a normal error goes so far
 * on one given side once in 32,000 runs.
 */
export const SIGNATURE_STANDARD_ERRORS = 4;

/**
 * Errors in nats that no signature speaks of: it takes about a billion sequences to see one, and the
 * rounding of the longest sums is below it.
 */
export const NEGLIGIBLE_ERROR = 1e-9;

/**
 * What a measured error may miss, in nats and as a share of the error, beside its standard error:
 * sequences too rare to be drawn show in neither. A token of probability 1e-4 that 10,000 paths never
 * met is worth 1e-4 ln 1e4, nearly this much.
 */
export const UNSEEN_ERROR = 1e-3;

/**
 * How many times its balanced error a schedule must cost, or how far from a number without a
 * standard error another must lie: halving the steps doubles the error where it falls as 1/T.
 */
export const SIGNATURE_FACTOR = 2;

/** A range of errors in nats. */
export interface ErrorRange {
  /** Least. */
  readonly low: number;
  /** Greatest. */
  readonly high: number;
}

/**
 * A number with its doubt as a range.
 *
 * @param value The number, in nats
 * @param options `standardError` and `rounding`, both at least 0
 * @returns Four standard errors and the rounding to either side
 */
export function rangeOf(
  value: number,
  { standardError, rounding = 0 }: { standardError: number; rounding?: number },
): ErrorRange {
  // An infinite estimate has an infinite standard error: it is not in doubt.
  if (!Number.isFinite(value)) return { low: value, high: value };
  const half = SIGNATURE_STANDARD_ERRORS * standardError + rounding;
  return { low: value - half, high: value + half };
}

/**
 * What an error can be for all that was measured.
 *
 * @param measured The error, with a standard error
 * @returns Four standard errors, the rounding, and what draws may have missed, to either side
 */
export function rangeOfMeasured(
  { pathError, standardError, rounding = 0 }: MeasuredError & { standardError: number },
): ErrorRange {
  const unseen = UNSEEN_ERROR * (1 + Math.abs(pathError));
  return rangeOf(pathError, { standardError, rounding: rounding + unseen });
}

/**
 * An exact number or an estimate as a range.
 *
 * @param error The error in nats
 * @returns The number twice, or four standard errors to either side
 */
export function rangeOfError(error: number | Estimate): ErrorRange {
  return typeof error === "number"
    ? rangeOf(error, { standardError: 0 })
    : rangeOf(error.mean, error);
}

/**
 * A number of nats in a sentence, to four digits.
 *
 * @param value Nats
 * @returns For example `0.1356 nats`
 */
export function inNats(value: number): string {
  return `${Number(value.toPrecision(4))} nats`;
}
