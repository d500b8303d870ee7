import {
  type MaskedSequences,
  maskedSequences,
  type MaskedSequencesTask,
} from "../questions/masked_sequences.ts";
import type { Workload } from "../workload.ts";

/** How long one sequence of a mask predictor takes, by its iterations. */
export const workload: Workload<MaskedSequencesTask, MaskedSequences> = {
  name: "masked-sequence",
  title: "one sequence of a mask predictor, preset `tiny`, L = 64, random positions",
  question: maskedSequences,
  // `predicted-rows-tiny` asks the same network in every process.
  measuredOnce: true,
  size: {
    label: "steps T",
    growth: "power",
    values: [2 ** 0, 2 ** 2],
    fullValues: [2 ** 4, 2 ** 6],
  },
  work: { unit: "tokens", amount: () => 64 },
  input: (steps) => ({ steps, count: 1 }),
  tolerance: { because: "tokens are integers; single precision moves a draw in a million" },
};
