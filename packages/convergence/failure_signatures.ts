import type { ErrorFacts, FailureSignature } from "./failure_signature.ts";
import { lengthGrowth } from "./length_growth.ts";
import { measuredSignature } from "./measured_signature.ts";
import { oversizedStep } from "./oversized_step.ts";
import { trainingErrorFloor } from "./training_error_floor.ts";

/**
 * The known failures that the numbers of a run show, by name.
 *
 * A function of what is given: nothing is sampled, and what is not given is not guessed. Numbers must
 * differ by four standard errors, or by a factor of two where a threshold is a choice, so a run whose
 * errors are what they should be has none. Of the explanations of one measured error the closest is
 * told alone. O(L).
 *
 * @param facts What is known of the run
 * @returns The signatures, none for a healthy run
 * @throws {RangeError} On sizes that do not sum to the curve's length
 */
export function failureSignatures(facts: ErrorFacts): FailureSignature[] {
  const measured = measuredSignature(facts);
  // A measured error that is not of these sizes, or no path error at all, tells of no training error.
  const isMisread = measured !== undefined &&
    !["training-error", "unexplained-error"].includes(measured.key);
  const trusted = isMisread ? withoutMeasured(facts) : facts;
  return [
    measured,
    trainingErrorFloor(trusted),
    oversizedStep(facts),
    lengthGrowth(trusted),
  ].filter((signature) => signature !== undefined);
}

function withoutMeasured({ measured: _, ...facts }: ErrorFacts): ErrorFacts {
  return facts;
}
