import type { Engine } from "../../engine.ts";
import { leastSizes } from "../../naive/least_sizes.ts";
import { optimalSchedule, type PlanningTask } from "../../questions/optimal_schedule.ts";

/** Most pairs of block ends, over all steps: a tenth of a second. */
const PAIRS = 2 ** 25;

/** The shortest-path program over all pairs of block ends, `O(L^2 T)` time. */
export const engine: Engine<PlanningTask, readonly number[]> = {
  name: "all pairs",
  kind: "plain",
  question: optimalSchedule,
  handles: ({ curve, steps }) => curve.length ** 2 * steps <= PAIRS,
  prepare: ({ curve, steps }) => () => leastSizes(curve.conditionalEntropies, steps),
};
