import type { WeightedSchedule } from "@unmask/convergence";
import { maskSizes } from "@unmask/schedules";
import { compositions, matrixGame } from "@unmask/testing";
import type { Engine } from "../../engine.ts";
import { minimaxMixture, type MinimaxTask } from "../../questions/minimax_mixture.ts";

/** Longest sequence: 165 schedules of 4 steps. */
const LENGTH = 12;

/** The matrix game of all schedules against all step curves, by the simplex method. */
export const engine: Engine<MinimaxTask, readonly WeightedSchedule[]> = {
  name: "every composition",
  kind: "naive",
  question: minimaxMixture,
  handles: ({ length }) => length <= LENGTH,
  prepare: ({ length, steps, yardstick }) => () => {
    const schedules = [...compositions(length)].filter((sizes) => sizes.length === steps);
    const payoffs = schedules.map((sizes) => {
      const ratios = new Array<number>(length - 1).fill(0);
      let end = 0;
      for (const size of sizes) {
        const start = end;
        end += size;
        for (let k = start + 1; k < end; k++) {
          ratios[k - 1] = (end - k) / yardstick.onStep({ length, dimension: k });
        }
      }
      return ratios;
    });
    const { mixture } = matrixGame(payoffs);
    return schedules
      .map((sizes, i) => ({ weight: mixture[i]!, sizes: maskSizes(sizes) }))
      .filter(({ weight }) => weight > 0);
  },
};
