import { pottsChain } from "@unmask/potts";
import { optimalSchedule, type PlanningTask } from "../questions/optimal_schedule.ts";
import type { Workload } from "../workload.ts";

/** The planner beside the ordinary dynamic program over all pairs of block ends. */
export const workload: Workload<PlanningTask, readonly number[]> = {
  name: "optimum-plain",
  title: "optimal schedule of a Potts chain, K = 4, J = 2, T = 16",
  question: optimalSchedule,
  size: { label: "length L", growth: "power", values: [64, 256, 1024] },
  work: { unit: "tokens", amount: (length) => length },
  input: (length) => ({
    curve: pottsChain({ length, states: 4, coupling: 2 }).informationCurve(),
    steps: 16,
  }),
  tolerance: { relative: 1e-11, because: "1024 terms; the staircase cancels two digits" },
};
