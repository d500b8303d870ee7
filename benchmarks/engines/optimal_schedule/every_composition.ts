import { compositions, naivePathError } from "@unmask/testing";
import type { Engine } from "../../engine.ts";
import { optimalSchedule, type PlanningTask } from "../../questions/optimal_schedule.ts";

/** Longest sequence: 2^13 compositions. */
const LENGTH = 14;

/** The least error over all `2^(L-1)` schedules, those of another number of steps skipped. */
export const engine: Engine<PlanningTask, readonly number[]> = {
  name: "every composition",
  kind: "naive",
  question: optimalSchedule,
  handles: ({ curve }) => curve.length <= LENGTH,
  prepare: ({ curve, steps }) => () => {
    let best: readonly number[] = [];
    let least = Infinity;
    for (const sizes of compositions(curve.length)) {
      if (sizes.length !== steps) continue;
      const error = naivePathError(curve.conditionalEntropies, sizes);
      if (error < least) [best, least] = [sizes, error];
    }
    return best;
  },
};
