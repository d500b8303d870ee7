import type { PottsOptions } from "@unmask/potts";
import { NaiveLaw } from "@unmask/testing";
import type { Engine } from "../../engine.ts";
import { denseLaw } from "../../naive/dense_law.ts";
import { pottsMasses } from "../../naive/potts_masses.ts";
import { informationCurve } from "../../questions/information_curve.ts";

/** Most subsets times sequences: a tenth of a second. */
const CELLS = 2 ** 17;

/** The entropy of every subset from its own marginal. */
export const engine: Engine<PottsOptions, ArrayLike<number>> = {
  name: "definition",
  kind: "naive",
  question: informationCurve,
  handles: ({ length, states }) => (2 * states) ** length <= CELLS,
  prepare: (options) => () => {
    const shape = { length: options.length, vocabularySize: options.states };
    return new NaiveLaw(denseLaw(pottsMasses(options), shape)).curve();
  },
};
