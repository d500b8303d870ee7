import { optimalSchedule as plan } from "@unmask/convergence";
import type { Engine } from "../../engine.ts";
import { optimalSchedule, type PlanningTask } from "../../questions/optimal_schedule.ts";

/** A penalty for each step in place of the layers, `O(L)` whatever the steps. */
export const engine: Engine<PlanningTask, readonly number[]> = {
  name: "penalised steps",
  kind: "fast",
  question: optimalSchedule,
  handles: () => true,
  prepare: ({ curve, steps }) => () => plan(curve, { steps }).sizes,
};
