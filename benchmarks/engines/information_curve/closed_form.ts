import { pottsChain, type PottsOptions } from "@unmask/potts";
import type { Engine } from "../../engine.ts";
import { informationCurve } from "../../questions/information_curve.ts";

/** The closed form of Markov chains. */
export const engine: Engine<PottsOptions, ArrayLike<number>> = {
  name: "closed form",
  kind: "fast",
  question: informationCurve,
  handles: () => true,
  prepare: (options) => () => pottsChain(options).informationCurve().conditionalEntropies,
};
