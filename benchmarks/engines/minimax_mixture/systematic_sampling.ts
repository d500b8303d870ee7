import { minimaxMixture as plan, type WeightedSchedule } from "@unmask/convergence";
import type { Engine } from "../../engine.ts";
import { minimaxMixture, type MinimaxTask } from "../../questions/minimax_mixture.ts";

/** Least cut probabilities from the end, drawn together, and certified: `O(L T log L + L^2)`. */
export const engine: Engine<MinimaxTask, readonly WeightedSchedule[]> = {
  name: "systematic sampling",
  kind: "fast",
  question: minimaxMixture,
  handles: () => true,
  prepare: (task) => () => plan(task).schedules,
};
