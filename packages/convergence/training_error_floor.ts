import {
  type ErrorFacts,
  type FailureSignature,
  inNats,
  NEGLIGIBLE_ERROR,
  rangeOfError,
  rangeOfMeasured,
} from "./failure_signature.ts";
import { pathError } from "./path_error.ts";

/**
 * An error that has stopped falling with the number of steps.
 *
 * Recognised where the training error is above the sampling error beyond its interval, and, where
 * the training error one token at a time is known, more than half of the total would remain in as
 * many steps as tokens: training errors depend on the schedule, and some predictors err most when
 * little is revealed, which more steps do cure. Where no training error is given, the excess of a
 * measured error with a standard error stands in. O(L).
 *
 * @param facts `curve`, `sizes`, and `trainingError` or `measured`; `trainingFloor` where known
 * @returns The signature, or undefined
 */
export function trainingErrorFloor(facts: ErrorFacts): FailureSignature | undefined {
  const { curve, sizes, trainingFloor } = facts;
  const sampling = pathError(curve, sizes);
  const training = trainingErrorOf(facts, sampling);
  if (training === undefined) return undefined;
  if (!(training.low - sampling > NEGLIGIBLE_ERROR)) return undefined;
  const total = sampling + training.error;
  if (trainingFloor !== undefined && !(2 * trainingFloor > total)) return undefined;
  return {
    key: "training-error-floor",
    name: "training-error floor",
    sentence: `The training error, ${inNats(training.error)}, is above the sampling error, ${
      inNats(sampling)
    }: ${remainder(facts)}.`,
    advice: "Improve the predictor before spending more steps.",
  };
}

/** What more steps would leave. */
function remainder({ curve, sizes, trainingFloor }: ErrorFacts): string {
  if (sizes.length === curve.length) return "there are no more steps to take";
  return trainingFloor === undefined
    ? "more steps lower the sampling error alone, unless the predictor errs less the more it sees"
    : `one token at a time, in ${curve.length} steps, ${inNats(trainingFloor)} would remain`;
}

/** The training error as given, or what a measured error has beyond the sampling error. */
function trainingErrorOf(
  { trainingError, measured }: ErrorFacts,
  sampling: number,
): { error: number; low: number } | undefined {
  if (trainingError !== undefined) {
    const error = typeof trainingError === "number" ? trainingError : trainingError.mean;
    return { error, low: rangeOfError(trainingError).low };
  }
  if (measured?.standardError === undefined) return undefined;
  const { standardError } = measured;
  return {
    error: measured.pathError - sampling,
    low: rangeOfMeasured({ ...measured, standardError }).low - sampling,
  };
}
