import { deviceEngine } from "../../device_engine.ts";
import { maskedSequences } from "../../questions/masked_sequences.ts";

/** Sequences that share evaluations, in WebAssembly on all cores. */
export const engine = deviceEngine("wasm", {
  question: maskedSequences,
  read: (numbers) => numbers,
});
