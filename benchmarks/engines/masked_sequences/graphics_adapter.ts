import { deviceEngine } from "../../device_engine.ts";
import { graphicsAdapter } from "../../graphics_adapter.ts";
import { maskedSequences } from "../../questions/masked_sequences.ts";

/** Sequences that share evaluations, on the graphics adapter of the machine, if it has one. */
export const engine = await graphicsAdapter() === null ? null : deviceEngine("webgpu", {
  question: maskedSequences,
  read: (numbers) => numbers,
});
