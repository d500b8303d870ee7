import { pathError } from "@unmask/convergence";
import type { Engine } from "../../engine.ts";
import { pathErrorOfSchedule, type PathErrorTask } from "../../questions/path_error.ts";

/** The sum of the non-negative gaps between staircase and curve, compensated. */
export const engine: Engine<PathErrorTask, number> = {
  name: "gaps",
  kind: "fast",
  question: pathErrorOfSchedule,
  handles: () => true,
  prepare: ({ curve, sizes }) => () => pathError(curve, sizes),
};
