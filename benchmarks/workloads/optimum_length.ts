import { naivePathError } from "@unmask/testing";
import { balancedError, straightCurve } from "../naive/straight_curve.ts";
import { optimalSchedule, type PlanningTask } from "../questions/optimal_schedule.ts";
import type { Workload } from "../workload.ts";

const steps = 16;

/** How the planner grows with the length. */
export const workload: Workload<PlanningTask, readonly number[]> = {
  name: "optimum-length",
  title: `optimal schedule of a straight curve, T = ${steps}`,
  question: optimalSchedule,
  size: {
    label: "length L",
    growth: "power",
    values: [2 ** 8, 2 ** 12, 2 ** 16, 2 ** 20],
    fullValues: [2 ** 10, 2 ** 14, 2 ** 18],
  },
  work: { unit: "tokens", amount: (length) => length },
  input: (length) => ({ curve: straightCurve(length), steps }),
  tolerance: { relative: 1e-11, because: "the staircase sums at most 2^20 terms in plain order" },
  costLaws: [
    { engine: "lower envelope", from: 2 ** 12, atMost: 1.15 },
    { engine: "penalised steps", from: 2 ** 12, atMost: 1.15 },
  ],
  theory: {
    from: "balanced sizes, optimal by convexity",
    read: (sizes) => {
      const length = sizes.reduce((sum, size) => sum + size, 0);
      return [naivePathError(straightCurve(length).conditionalEntropies, sizes)];
    },
    says: ({ curve }) => [balancedError(curve.length, steps)],
  },
};
