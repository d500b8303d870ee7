import type { InformationCurve } from "@unmask/information";
import { compositions, naivePathError } from "@unmask/testing";
import type { Engine } from "../../engine.ts";
import { stepsFrontier } from "../../questions/steps_frontier.ts";

/** Longest sequence: 2^13 compositions. */
const LENGTH = 14;

/** All `2^(L-1)` schedules, the least error kept for each number of steps. */
export const engine: Engine<InformationCurve, ArrayLike<number>> = {
  name: "every composition",
  kind: "naive",
  question: stepsFrontier,
  handles: ({ length }) => length <= LENGTH,
  prepare: ({ length, conditionalEntropies }) => () => {
    const least = new Float64Array(length).fill(Infinity);
    for (const sizes of compositions(length)) {
      const error = naivePathError(conditionalEntropies, sizes);
      const t = sizes.length - 1;
      least[t] = Math.min(least[t]!, error);
    }
    return least;
  },
};
