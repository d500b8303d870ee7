import {
  type ErrorFacts,
  type FailureSignature,
  inNats,
  rangeOfMeasured,
} from "./failure_signature.ts";
import { compareMeasured, type Comparison, measuredText } from "./measured_error.ts";
import { pathError } from "./path_error.ts";

/**
 * What a measured error that is not where it must be says of the sampler.
 *
 * No parallel sampler with uniformly random positions has a path error below the sampling error,
 * whatever its predictor; one above it has a training error. Two other explanations are tried first
 * where the numbers agree with them: sizes read in masking order, and an endpoint error in place of
 * the path error. O(L).
 *
 * @param facts `curve`, `sizes` and `measured`; `trainingError` and `endpointError` where known
 * @returns The signature, or undefined where the error is where it must be, or nothing was measured
 */
export function measuredSignature(facts: ErrorFacts): FailureSignature | undefined {
  const comparison = compareMeasured(facts);
  if (comparison === undefined || comparison.side === "agrees") return undefined;
  const { given, side } = comparison;
  const { high } = rangeOfMeasured({ ...given, standardError: given.standardError ?? 0 });
  if (high < 0) return negativeError(comparison);
  return maskingOrder(facts, comparison) ??
    (side === "above"
      ? excess(comparison)
      : endpointInstead(facts, comparison) ?? serialFill(comparison));
}

function negativeError({ given }: Comparison): FailureSignature {
  return {
    key: "negative-error",
    name: "negative error",
    sentence: `The measured error, ${measuredText(given)}, is below 0, which no divergence is.`,
    advice:
      "Check the measure: the mean of ln p(x) less the predicted log-probabilities along the path, " +
      "with natural logarithms and x drawn from the law.",
  };
}

/** Sizes in masking order, where the number is theirs and far from the expected one. */
function maskingOrder(
  { curve, sizes }: ErrorFacts,
  { sampling, isTrainingKnown, given }: Comparison,
): FailureSignature | undefined {
  const { standardError, rounding = 0 } = given;
  if (standardError === undefined || isTrainingKnown) return undefined;
  const reversed = pathError(curve, [...sizes].reverse());
  // Two standard errors: agreement must be closer than the disagreement that it explains.
  const near = 2 * standardError + rounding + 1e-9 * reversed;
  if (!(Math.abs(given.pathError - reversed) <= near)) return undefined;
  if (!(Math.abs(reversed - sampling) > 2 * near)) return undefined;
  return {
    key: "masking-order",
    name: "sizes in masking order",
    sentence: `The measured error, ${measuredText(given)}, is that of the sizes read backwards, ${
      inNats(reversed)
    }, not that of the sizes, ${inNats(sampling)}.`,
    advice: "Give the sizes in order of unmasking: the first is revealed first.",
  };
}

function endpointInstead(
  { endpointError }: ErrorFacts,
  { isTrainingKnown, given, sampling }: Comparison,
): FailureSignature | undefined {
  const { standardError, rounding = 0 } = given;
  if (endpointError === undefined || standardError === undefined || isTrainingKnown) {
    return undefined;
  }
  const near = 2 * standardError + rounding + 1e-9 * endpointError;
  // An endpoint error that chance cannot tell from 0 explains no more than a serial fill does.
  if (!(Math.abs(given.pathError - endpointError) <= near && endpointError > 2 * near)) {
    return undefined;
  }
  return {
    key: "endpoint-error",
    name: "endpoint error in place of path error",
    sentence: `The measured error, ${measuredText(given)}, is the endpoint error, ${
      inNats(endpointError)
    }, not the path error, ${inNats(sampling)}.`,
    advice:
      "Compare it with the endpoint error: the law of finished samples forgets the order in which " +
      "they were unmasked, and is closer than the paths.",
  };
}

function serialFill({ sampling, expected, isTrainingKnown, given }: Comparison): FailureSignature {
  const least = isTrainingKnown
    ? `the sampling and training error of this predictor, ${inNats(expected.low)} or more`
    : `the sampling error, ${inNats(sampling)}, which no predictor can go below`;
  return {
    key: "serial-fill",
    name: "serial fill",
    sentence: `The measured error, ${measuredText(given)}, is below ${least}.`,
    advice:
      "Look for tokens of one iteration that see each other: all must be drawn from predictions made " +
      "before the iteration. Positions must be random, and the error that of the paths.",
  };
}

function excess(comparison: Comparison): FailureSignature {
  const { sampling, expected, isTrainingKnown, given } = comparison;
  if (isTrainingKnown) {
    return {
      key: "unexplained-error",
      name: "unexplained error",
      sentence: `The measured error, ${
        measuredText(given)
      }, is above the sampling and training error of this predictor, ${inNats(expected.high)}.`,
      advice:
        "Check that the sampler runs this predictor on these sizes, with uniformly random positions " +
        "and at no other temperature.",
    };
  }
  const error = given.pathError - sampling;
  const half = 1.96 * (given.standardError ?? 0) + (given.rounding ?? 0);
  const interval = given.standardError === undefined
    ? ""
    : `, 95% interval ${Number((error - half).toPrecision(4))} to ${inNats(error + half)}`;
  return {
    key: "training-error",
    name: "training error",
    sentence: `The measured error, ${measuredText(given)}, is above the sampling error, ${
      inNats(sampling)
    }: the excess, ${inNats(error)}${interval}, is training error.`,
    advice: "Improve the predictor: no schedule removes it, though schedules differ in it.",
  };
}
