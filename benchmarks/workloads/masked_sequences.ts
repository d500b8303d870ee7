import {
  type MaskedSequences,
  maskedSequences,
  type MaskedSequencesTask,
} from "../questions/masked_sequences.ts";
import type { Workload } from "../workload.ts";

/** Sequences that share an evaluation. */
const count = 32;

/** How long 32 sequences of a mask predictor take together, by their iterations. */
export const workload: Workload<MaskedSequencesTask, MaskedSequences> = {
  name: "masked-sequences",
  title: "32 sequences of a mask predictor, preset `tiny`, L = 64, random positions",
  question: maskedSequences,
  // `predicted-rows-tiny` asks the same network in every process.
  measuredOnce: true,
  size: { label: "steps T", growth: "power", values: [2 ** 0], fullValues: [2 ** 2] },
  work: { unit: "tokens", amount: () => 64 * count },
  input: (steps) => ({ steps, count }),
  tolerance: { because: "tokens are integers; single precision moves a draw in a million" },
};
