import {
  decideBound,
  decideEverySchedule,
  type LengthDecision,
  linearForm,
} from "@unmask/convergence";
import type { Engine } from "../../engine.ts";
import { decidedBound, type DecidedBoundTask } from "../../questions/decided_bound.ts";

/** One pass from the last coefficient down, for a schedule or in a recursion over all of them. */
export const engine: Engine<DecidedBoundTask, LengthDecision> = {
  name: "suffix sums",
  kind: "fast",
  question: decidedBound,
  handles: () => true,
  prepare: ({ bound, length, sizes }) => () =>
    sizes
      ? { ...decideBound(linearForm(bound.coefficients, sizes), sizes), schedules: 1 }
      : decideEverySchedule(bound, { length }),
};
