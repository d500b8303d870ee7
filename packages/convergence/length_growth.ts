import { maskSizes, maximumSize } from "@unmask/schedules";
import {
  type ErrorFacts,
  type FailureSignature,
  inNats,
  rangeOfMeasured,
} from "./failure_signature.ts";
import { measuredText } from "./measured_error.ts";
import { pathError } from "./path_error.ts";

/**
 * An error that grows with the length although its cause does not.
 *
 * With sizes that stay the same, the sampling error grows with the length only as `Z_L` does, and by
 * an amount that the two curves give exactly. Recognised where the measured error grows by more,
 * beyond the interval of the difference; silent where the largest sizes differ, or a standard error
 * is missing. O(L).
 *
 * @param facts `curve`, `sizes` and `measured`, and the `shorter` run
 * @returns The signature, or undefined
 */
export function lengthGrowth(facts: ErrorFacts): FailureSignature | undefined {
  const { curve, sizes, measured, shorter } = facts;
  if (measured?.standardError === undefined || shorter?.measured.standardError === undefined) {
    return undefined;
  }
  if (!(shorter.curve.length < curve.length)) return undefined;
  if (maximumSize(maskSizes(sizes)) !== maximumSize(maskSizes(shorter.sizes))) return undefined;
  const growth = rangeOfMeasured({
    pathError: measured.pathError - shorter.measured.pathError,
    standardError: Math.hypot(measured.standardError, shorter.measured.standardError),
    rounding: (measured.rounding ?? 0) + (shorter.measured.rounding ?? 0),
  });
  const expected = pathError(curve, sizes) - pathError(shorter.curve, shorter.sizes);
  if (!(growth.low > Math.max(0, expected))) return undefined;
  const lastOf = (z: Float64Array): number => Number(z.at(-1)!.toPrecision(4));
  return {
    key: "length-growth",
    name: "growth with length",
    sentence:
      `From ${shorter.curve.length} to ${curve.length} tokens the measured error grows from ${
        measuredText(shorter.measured)
      } to ${measuredText(measured)}, but the sampling error ${
        expected < 0 ? `falls by ${inNats(-expected)}` : `by ${inNats(expected)} alone`
      }, as Z_L ` +
      `goes from ${lastOf(shorter.curve.tokenMutualInformation)} to ${
        inNats(lastOf(curve.tokenMutualInformation))
      }.`,
    advice:
      "Look at the training error, which adds up over tokens, or for sizes that grow with the length.",
  };
}
