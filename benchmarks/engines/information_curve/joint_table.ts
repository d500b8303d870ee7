import { JointTable } from "@unmask/information";
import type { PottsOptions } from "@unmask/potts";
import type { Engine } from "../../engine.ts";
import { pottsMasses } from "../../naive/potts_masses.ts";
import { informationCurve } from "../../questions/information_curve.ts";

/** Most cells `(K + 1)^L`: a few hundredths of a second. */
const CELLS = 2 ** 22;

/** Enumeration of all sequences, then of all subsets in one pass. */
export const engine: Engine<PottsOptions, ArrayLike<number>> = {
  name: "joint table",
  kind: "plain",
  question: informationCurve,
  handles: ({ length, states }) => (states + 1) ** length <= CELLS,
  prepare: (options) => () => {
    const shape = { length: options.length, vocabularySize: options.states };
    const table = JointTable.fromWeights(pottsMasses(options), shape);
    return table.informationCurve().conditionalEntropies;
  },
};
