import { pathError } from "@unmask/convergence";
import { pottsChain } from "@unmask/potts";
import { streamFamily } from "@unmask/random";
import { uniform } from "@unmask/schedules";
import {
  pathErrorEstimate,
  type PathErrorEstimateAnswer,
  type PathErrorEstimateTask,
} from "../questions/path_error_estimate.ts";
import type { Workload } from "../workload.ts";

const chain = { states: 8, coupling: 2 };

/** Draws after which the standard error is 1% of the path error, at all lengths. */
const draws = 5000;

/** A path error by Monte Carlo to 1%. */
export const workload: Workload<PathErrorEstimateTask, PathErrorEstimateAnswer> = {
  name: "path-error-estimate",
  title: "path error of a Potts chain to 1%, K = 8, J = 2, T = L/16, 5000 draws",
  question: pathErrorEstimate,
  size: { label: "length L", growth: "power", values: [2 ** 6, 2 ** 8], fullValues: [2 ** 10] },
  work: { unit: "tokens", amount: (length) => length * draws },
  input: (length) => ({
    law: { length, ...chain },
    sizes: uniform.sizes({ length, steps: length / 16 }),
    draws,
    streams: streamFamily({ seed: 1, cell: `potts-chain:length=${length}`, purpose: "path error" }),
  }),
  tolerance: { relative: 1e-9, because: "ratios are differences of sums of a thousand logarithms" },
  costLaws: [{ engine: "nearest neighbours", from: 2 ** 6, atMost: 1.15 }],
  theory: {
    from: "the exact curve, 4 standard errors, and 1%",
    read: ({ task, estimate: { mean, standardError } }) => {
      const exact = pathError(pottsChain(task.law).informationCurve(), task.sizes);
      return [
        Number(Math.abs(mean - exact) <= 4 * standardError),
        Number(standardError <= 0.01 * exact),
      ];
    },
    says: () => [1, 1],
  },
};
