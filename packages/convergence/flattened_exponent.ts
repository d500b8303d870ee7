import { maximumSize, sequenceLength } from "@unmask/schedules";
import type { Coefficients } from "./linear_form.ts";

/**
 * A false reading of Theorem 1 that appears in summaries, with the exponent flattened into a factor.
 *
 *     EKL <= (2 ceil(log2 s_max) - 1) / L * MI        (false)
 *
 * Negative at `s_max = 1`, where the error is 0, and too small from `s_max = 7` on, where a code that
 * falls inside a largest set costs `s_max - 1` units. It is here to be refuted: a decider that cannot
 * refute it decides nothing.
 */
export const flattenedExponent: {
  readonly key: string;
  readonly formula: string;
  applies(): boolean;
  readonly coefficients: Coefficients;
} = {
  key: "flattened-exponent",
  formula: "EKL <= (2 ceil(log2 s_max) - 1) / L * MI",
  applies: () => true,
  coefficients(sizes, out): number {
    let exponent = 0;
    while (2 ** exponent < maximumSize(sizes)) exponent++;
    out.fill(0);
    out[sequenceLength(sizes) - 1] = 2 * exponent - 1;
    return 1;
  },
};
