import { boundOf, type LengthDecision } from "@unmask/convergence";
import { uniform } from "@unmask/schedules";
import { decidedBound, type DecidedBoundTask } from "../questions/decided_bound.ts";
import type { Workload } from "../workload.ts";

const { applies, coefficients } = boundOf("li-cai-theorem-1");

/** How deciding a bound for one schedule grows with its length. */
export const workload: Workload<DecidedBoundTask, LengthDecision> = {
  name: "decide-schedule",
  title: "Theorem 1 of Li and Cai, decided for every law and sizes of 8",
  question: decidedBound,
  size: {
    label: "length L",
    growth: "power",
    values: [2 ** 8, 2 ** 11, 2 ** 14],
    fullValues: [2 ** 6, 2 ** 10, 2 ** 12],
  },
  work: { unit: "tokens", amount: (length) => length },
  input: (length) => ({
    bound: { applies, coefficients: coefficients! },
    length,
    sizes: uniform.sizes({ length, steps: length / 8 }),
  }),
  tolerance: { because: "verdicts and counts" },
  costLaws: [{ engine: "suffix sums", from: 2 ** 8, atMost: 1.15 }],
  theory: {
    from: "the theorem",
    read: ({ verdict, schedules }) => [Number(verdict === "proved"), schedules],
    says: () => [1, 1],
  },
};
