import { boundOf, type LengthDecision } from "@unmask/convergence";
import { decidedBound, type DecidedBoundTask } from "../questions/decided_bound.ts";
import type { Workload } from "../workload.ts";

const { applies, coefficients } = boundOf("sharp-step");

/** How deciding a bound for every schedule and every law grows with the length. */
export const workload: Workload<DecidedBoundTask, LengthDecision> = {
  name: "decide-every-schedule",
  title: "the sharp bound step by step, decided for every law and schedule",
  question: decidedBound,
  size: { label: "length L", growth: "exponential", values: [8, 10, 16], fullValues: [6, 12, 20] },
  work: { unit: "schedules", amount: (length) => 2 ** (length - 1) },
  input: (length) => ({ bound: { applies, coefficients: coefficients! }, length }),
  tolerance: { because: "verdicts and counts" },
  costLaws: [{ engine: "suffix sums", from: 8, atMost: 2.3 }],
  theory: {
    from: "the theorem, and 2^(L-1) compositions",
    read: ({ verdict, schedules }) => [Number(verdict === "proved"), schedules],
    says: ({ length }) => [1, 2 ** (length - 1)],
  },
};
