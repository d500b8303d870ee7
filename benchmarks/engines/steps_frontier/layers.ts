import { layeredProgram } from "@unmask/convergence";
import { compensatedSum, type InformationCurve } from "@unmask/information";
import type { Engine } from "../../engine.ts";
import { stepsFrontier } from "../../questions/steps_frontier.ts";

/** Longest sequence, for its `L^2` cells: a tenth of a second. */
const LENGTH = 2 ** 10;

/** A layer of the program for each number of steps, and the staircase under each schedule. */
export const engine: Engine<InformationCurve, ArrayLike<number>> = {
  name: "layers",
  kind: "plain",
  question: stepsFrontier,
  handles: ({ length }) => length <= LENGTH,
  prepare: (curve) => () => {
    const { length, conditionalEntropies: f } = curve;
    const program = layeredProgram(curve, { maximumSteps: length });
    const entropy = compensatedSum(f);
    return Float64Array.from({ length }, (_, t) => {
      let revealed = 0;
      let staircase = 0;
      for (const size of program.schedule(t + 1)) {
        staircase += size * f[revealed]!;
        revealed += size;
      }
      return staircase - entropy;
    });
  },
};
