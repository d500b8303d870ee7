import { plannedChain } from "../naive/planned_chain.ts";
import {
  planProcess,
  type PlanProcessAnswer,
  type PlanProcessTask,
} from "../questions/plan_process.ts";
import type { Workload } from "../workload.ts";

const chain = { states: 8, coupling: 2 };

/** A plan on the command line: start, curve, optimum, comparison and output together. */
export const workload: Workload<PlanProcessTask, PlanProcessAnswer> = {
  name: "plan-process",
  title: "unmask plan of a Potts chain, K = 8, J = 2, T = L/16, as a whole process",
  question: planProcess,
  size: {
    label: "length L",
    growth: "power",
    values: [2 ** 12, 2 ** 16],
    fullValues: [2 ** 18, 2 ** 20],
  },
  work: { unit: "tokens", amount: (length) => length },
  input: (length) => ({ chain: { length, ...chain }, steps: length / 16, fromFile: false }),
  tolerance: {
    relative: 1e-6,
    because: "the dual sums 2^16 costs as large as the total correlation, 10^5 times the error",
  },
  theory: plannedChain(chain),
};
