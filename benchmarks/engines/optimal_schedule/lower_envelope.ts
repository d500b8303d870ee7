import { optimalSchedule as plan } from "@unmask/convergence";
import type { Engine } from "../../engine.ts";
import { optimalSchedule, type PlanningTask } from "../../questions/optimal_schedule.ts";

/** Layers of the program as lower envelopes of lines, `O(L T)`. */
export const engine: Engine<PlanningTask, readonly number[]> = {
  name: "lower envelope",
  kind: "fast",
  question: optimalSchedule,
  handles: () => true,
  prepare: ({ curve, steps }) => () => plan(curve, { steps }).sizes,
};
