import { pottsChain } from "@unmask/potts";
import { optimalSchedule, type PlanningTask } from "../questions/optimal_schedule.ts";
import type { Workload } from "../workload.ts";

/** The planner beside brute force over every schedule. */
export const workload: Workload<PlanningTask, readonly number[]> = {
  name: "optimum-enumerated",
  title: "optimal schedule of a Potts chain, K = 4, J = 2, T = 5",
  question: optimalSchedule,
  size: { label: "length L", growth: "exponential", values: [8, 11, 14], fullValues: [10, 12] },
  work: { unit: "tokens", amount: (length) => length },
  input: (length) => ({
    curve: pottsChain({ length, states: 4, coupling: 2 }).informationCurve(),
    steps: 5,
  }),
  tolerance: { relative: 1e-12, because: "14 terms; the staircase cancels one digit" },
};
