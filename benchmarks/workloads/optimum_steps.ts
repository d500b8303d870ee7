import { naivePathError } from "@unmask/testing";
import { balancedError, straightCurve } from "../naive/straight_curve.ts";
import { optimalSchedule, type PlanningTask } from "../questions/optimal_schedule.ts";
import type { Workload } from "../workload.ts";

const length = 2 ** 16;

/** How the planner grows with the number of steps. */
export const workload: Workload<PlanningTask, readonly number[]> = {
  name: "optimum-steps",
  title: `optimal schedule of a straight curve, L = ${length}`,
  question: optimalSchedule,
  size: {
    label: "steps T",
    growth: "power",
    values: [2, 128, 2 ** 13, 2 ** 15],
    fullValues: [16, 1024],
  },
  work: { unit: "tokens", amount: () => length },
  input: (steps) => ({ curve: straightCurve(length), steps }),
  tolerance: { relative: 1e-9, because: "the staircase cancels up to five of fifteen digits" },
  costLaws: [
    { engine: "lower envelope", from: 2, atMost: 1.15 },
    { engine: "penalised steps", from: 2, atMost: 0.15 },
  ],
  theory: {
    from: "balanced sizes, optimal by convexity",
    read: (sizes) => [naivePathError(straightCurve(length).conditionalEntropies, sizes)],
    says: ({ steps }) => [balancedError(length, steps)],
  },
};
