import { flattenedExponent, type LengthDecision } from "@unmask/convergence";
import { maximumSize } from "@unmask/schedules";
import {
  decidedBound,
  type DecidedBoundTask,
  decisionFigures,
} from "../questions/decided_bound.ts";
import type { Workload } from "../workload.ts";

/** How long the one schedule is looked for that refutes a false bound: the last in the recursion. */
export const workload: Workload<DecidedBoundTask, LengthDecision> = {
  name: "decide-refuted",
  title: "EKL <= (s_max - 1) Z_L, but less for one token at a time, refuted",
  question: decidedBound,
  size: { label: "length L", growth: "exponential", values: [8, 10, 16], fullValues: [6, 12, 18] },
  work: { unit: "schedules", amount: (length) => 2 ** (length - 1) },
  input: (length) => ({
    bound: {
      applies: () => true,
      // The flattened exponent is negative for one token at a time, where nothing is lost.
      coefficients(sizes, out): number {
        const denominator = flattenedExponent.coefficients(sizes, out);
        if (maximumSize(sizes) > 1) out[length - 1] = maximumSize(sizes) - 1;
        return denominator;
      },
    },
    length,
  }),
  tolerance: { because: "a verdict, and whether its counterexample is one" },
  costLaws: [{ engine: "suffix sums", from: 8, atMost: 2.3 }],
  theory: {
    from: "an error is not negative",
    read: decisionFigures,
    says: () => [0, 1],
  },
};
