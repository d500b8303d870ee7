import { naivePathError } from "@unmask/testing";
import type { Engine } from "../../engine.ts";
import { pathErrorOfSchedule, type PathErrorTask } from "../../questions/path_error.ts";

/** The area under the staircase less the area under the curve. */
export const engine: Engine<PathErrorTask, number> = {
  name: "staircase",
  kind: "naive",
  question: pathErrorOfSchedule,
  handles: () => true,
  prepare: ({ curve, sizes }) => () => naivePathError(curve.conditionalEntropies, sizes),
};
