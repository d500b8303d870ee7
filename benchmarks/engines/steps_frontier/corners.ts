import { frontier } from "@unmask/convergence";
import type { InformationCurve } from "@unmask/information";
import type { Engine } from "../../engine.ts";
import { stepsFrontier } from "../../questions/steps_frontier.ts";

/** Corners by a penalty for each step, straight lines between them: `O(L)` a corner. */
export const engine: Engine<InformationCurve, ArrayLike<number>> = {
  name: "corners",
  kind: "fast",
  question: stepsFrontier,
  handles: () => true,
  prepare: (curve) => () => Float64Array.from(frontier(curve), ({ pathError }) => pathError),
};
