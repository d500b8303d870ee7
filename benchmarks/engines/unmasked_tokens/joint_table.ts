import { exactPredictor, unmask } from "@unmask/diffusion";
import { JointTable } from "@unmask/information";
import type { Engine } from "../../engine.ts";
import { pottsMasses } from "../../naive/potts_masses.ts";
import { type SamplingTask, unmaskedTokens } from "../../questions/unmasked_tokens.ts";

/** Most sequences: a hundredth of a second for the first step. */
const CELLS = 2 ** 16;

/** The exact predictor of a dense table, from all sequences that agree with the revealed tokens. */
export const engine: Engine<SamplingTask, Int32Array> = {
  name: "joint table",
  kind: "naive",
  question: unmaskedTokens,
  handles: ({ law }) => law.states ** law.length <= CELLS,
  prepare: ({ law, sizes, streams }) => {
    const shape = { length: law.length, vocabularySize: law.states };
    const predictor = exactPredictor(JointTable.fromWeights(pottsMasses(law), shape));
    return () => unmask(predictor, { sizes, stream: streams.at(0) });
  },
};
