import { pathErrorCoefficients } from "@unmask/convergence";
import type { Engine } from "../../engine.ts";
import { pathErrorOfSchedule, type PathErrorTask } from "../../questions/path_error.ts";

/** The coefficients of the schedule times the curve; positive and negative terms cancel. */
export const engine: Engine<PathErrorTask, number> = {
  name: "linear form",
  kind: "plain",
  question: pathErrorOfSchedule,
  handles: () => true,
  prepare: ({ curve, sizes }) => () => {
    const coefficients = pathErrorCoefficients(sizes);
    let sum = 0;
    for (let j = 0; j < coefficients.length; j++) {
      sum += coefficients[j]! * curve.tokenMutualInformation[j]!;
    }
    return sum;
  },
};
