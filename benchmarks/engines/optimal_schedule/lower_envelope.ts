import { LAYER_CELL_LIMIT, layeredProgram } from "@unmask/convergence";
import type { Engine } from "../../engine.ts";
import { optimalSchedule, type PlanningTask } from "../../questions/optimal_schedule.ts";

/** Layers of the program as lower envelopes of lines, `O(L T)` time and memory. */
export const engine: Engine<PlanningTask, readonly number[]> = {
  name: "lower envelope",
  kind: "plain",
  question: optimalSchedule,
  // Half of what it is allowed: a tenth of a second.
  handles: ({ curve, steps }) => 2 * curve.length * steps <= LAYER_CELL_LIMIT,
  prepare: ({ curve, steps }) => () =>
    layeredProgram(curve, { maximumSteps: steps }).schedule(steps),
};
