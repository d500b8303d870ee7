import { uniform } from "@unmask/schedules";
import { balancedError, straightCurve } from "../naive/straight_curve.ts";
import { pathErrorOfSchedule, type PathErrorTask } from "../questions/path_error.ts";
import type { Workload } from "../workload.ts";

const steps = 16;

/** What one evaluation of a schedule costs. */
export const workload: Workload<PathErrorTask, number> = {
  name: "path-error",
  title: `path error on a straight curve, ${steps} balanced steps`,
  question: pathErrorOfSchedule,
  size: {
    label: "length L",
    growth: "power",
    values: [2 ** 10, 2 ** 14, 2 ** 18],
    fullValues: [2 ** 8, 2 ** 12, 2 ** 16],
  },
  work: { unit: "tokens", amount: (length) => length },
  input: (length) => ({ curve: straightCurve(length), sizes: uniform.sizes({ length, steps }) }),
  tolerance: { relative: 1e-11, because: "two engines sum up to 2^18 terms in plain order" },
  costLaws: [
    { engine: "staircase", from: 2 ** 10, atMost: 1.15 },
    { engine: "gaps", from: 2 ** 10, atMost: 1.15 },
  ],
  theory: {
    from: "the sum of an arithmetic series",
    read: (error) => [error],
    says: ({ curve }) => [balancedError(curve.length, steps)],
  },
};
