import { streamFamily } from "@unmask/random";
import { firstState, maskedBatch } from "@unmask/training";
import { countingSource, SEED, shapeOf } from "../drawn_networks.ts";
import type { TrainingStepTask } from "../questions/training_step.ts";
import { plainRows } from "./plain_rows.ts";

/**
 * The loss of the first step of a run, in plain loops: its batch is drawn from its stream, and what is
 * hidden in it predicted by the first weights.
 *
 * @param task Preset and sequences of the step
 * @returns Loss in nats a token
 */
export function plainLoss({ preset, rows }: TrainingStepTask): number {
  const config = shapeOf(preset, false);
  const { length, vocabularySize } = config;
  const streams = streamFamily({ seed: SEED, cell: "training", purpose: "batches" });
  const { inputs, targets, weights } = maskedBatch(countingSource(config), {
    rows,
    stream: streams.at(0),
  });
  const tensors = firstState(config, SEED).parameters;
  const model = { config, tensors, tokeniser: undefined, provenance: {} };
  let loss = 0;
  for (let row = 0; row < rows; row++) {
    const states = inputs.subarray(row * length, (row + 1) * length);
    const laws = plainRows(model, states);
    for (let i = 0; i < length; i++) {
      const at = row * length + i;
      loss -= weights[at]! * Math.log(laws[i * vocabularySize + targets[at]!]!);
    }
  }
  return loss;
}
