import { unmaskBatch } from "@unmask/diffusion";
import { openDevice, TrainedPredictor } from "@unmask/training";
import { drawnModel, unmaskingOf } from "../../drawn_networks.ts";
import type { Engine } from "../../engine.ts";
import {
  type MaskedSequences,
  maskedSequences,
  type MaskedSequencesTask,
} from "../../questions/masked_sequences.ts";

await openDevice("wasm");
const predictor = new TrainedPredictor(drawnModel("tiny"));

/** Sequences that share evaluations, in WebAssembly on this thread. */
export const engine: Engine<MaskedSequencesTask, MaskedSequences> = {
  name: "one thread",
  kind: "wasm",
  question: maskedSequences,
  handles: () => true,
  prepare: (task) => () => {
    const drawn = unmaskBatch(predictor, unmaskingOf(task));
    return () => drawn.flatMap(({ tokens }) => [...tokens]);
  },
};
