import { plannedChain } from "../naive/planned_chain.ts";
import {
  planProcess,
  type PlanProcessAnswer,
  type PlanProcessTask,
} from "../questions/plan_process.ts";
import type { Workload } from "../workload.ts";

const chain = { states: 8, coupling: 2 };

/** A plan from a file of one's own, the most common use. */
export const workload: Workload<PlanProcessTask, PlanProcessAnswer> = {
  name: "plan-file",
  title: "unmask plan of a file with a curve, T = 64, as a whole process",
  question: planProcess,
  size: { label: "length L", growth: "power", values: [2 ** 8, 2 ** 10, 2 ** 12] },
  work: { unit: "tokens", amount: (length) => length },
  input: (length) => ({ chain: { length, ...chain }, steps: 64, fromFile: true }),
  tolerance: { relative: 1e-10, because: "the dual sums costs as large as the total correlation" },
  theory: plannedChain(chain),
};
