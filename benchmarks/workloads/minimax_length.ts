import {
  cutProbabilities,
  gameLowerBound,
  type WeightedSchedule,
  yardstickOf,
} from "@unmask/convergence";
import { minimaxMixture, type MinimaxTask, worstMean } from "../questions/minimax_mixture.ts";
import type { Workload } from "../workload.ts";

const steps = 32;
const yardstick = yardstickOf("tc");

/** How the minimax planner grows with the length. */
export const workload: Workload<MinimaxTask, readonly WeightedSchedule[]> = {
  name: "minimax-length",
  title: `random schedule of least worst case in TC, T = ${steps}`,
  question: minimaxMixture,
  size: {
    label: "length L",
    growth: "power",
    values: [2 ** 6, 2 ** 9, 2 ** 12],
    fullValues: [2 ** 8, 2 ** 10],
  },
  work: { unit: "tokens", amount: (length) => length },
  input: (length) => ({ length, steps, yardstick }),
  tolerance: { relative: 1e-9, because: "sums of up to 2^12 probabilities and curve values" },
  costLaws: [{ engine: "systematic sampling", from: 2 ** 6, atMost: 1.6 }],
  theory: {
    from: "duality: the planner against the worst law",
    read: (mixture) => {
      const length = mixture[0]!.sizes.reduce((sum, size) => sum + size, 0);
      return [worstMean(mixture, { length, yardstick })];
    },
    says: (task) => [gameLowerBound(cutProbabilities(task).weights, task)],
  },
};
