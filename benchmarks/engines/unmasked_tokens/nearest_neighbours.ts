import { exactPredictor, unmask } from "@unmask/diffusion";
import { pottsChain } from "@unmask/potts";
import type { Engine } from "../../engine.ts";
import { type SamplingTask, unmaskedTokens } from "../../questions/unmasked_tokens.ts";

/** The exact predictor of the chain, from the nearest revealed tokens. */
export const engine: Engine<SamplingTask, Int32Array> = {
  name: "nearest neighbours",
  kind: "fast",
  question: unmaskedTokens,
  handles: () => true,
  prepare: ({ law, sizes, streams }) => {
    const predictor = exactPredictor(pottsChain(law));
    return () => unmask(predictor, { sizes, stream: streams.at(0) });
  },
};
