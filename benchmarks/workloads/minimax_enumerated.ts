import { type WeightedSchedule, yardstickOf } from "@unmask/convergence";
import { minimaxMixture, type MinimaxTask } from "../questions/minimax_mixture.ts";
import type { Workload } from "../workload.ts";

/** The minimax planner beside the game of every schedule. */
export const workload: Workload<MinimaxTask, readonly WeightedSchedule[]> = {
  name: "minimax-enumerated",
  title: "random schedule of least worst case in DTC, T = 4",
  question: minimaxMixture,
  size: { label: "length L", growth: "exponential", values: [8, 10, 12], fullValues: [6] },
  work: { unit: "tokens", amount: (length) => length },
  input: (length) => ({ length, steps: 4, yardstick: yardstickOf("dtc") }),
  tolerance: {
    absolute: 1e-10,
    because: "a dense tableau of 165 columns loses a few digits in some tens of pivots",
  },
};
