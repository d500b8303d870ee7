import { shapeOf } from "./drawn_networks.ts";
import { plainLoss } from "./naive/plain_loss.ts";
import {
  trainingStep,
  type TrainingStepAnswer,
  type TrainingStepTask,
} from "./questions/training_step.ts";
import type { Workload, WorkloadSizes } from "./workload.ts";

/**
 * A step of training of a preset.
 *
 * @param preset Its name
 * @param rows Sequences of the steps
 * @returns The workload
 */
export function trainingStepWorkload(
  preset: TrainingStepTask["preset"],
  rows: WorkloadSizes,
): Workload<TrainingStepTask, TrainingStepAnswer> {
  const { length, vocabularySize } = shapeOf(preset, false);
  return {
    name: `training-step-${preset}`,
    title: `one step of training of the preset \`${preset}\`, L = ${length}, K = ${vocabularySize}`,
    question: trainingStep,
    size: { label: "sequences", growth: "power", ...rows },
    work: { unit: "tokens", amount: (count) => count * length },
    input: (count) => ({ preset, rows: count }),
    tolerance: { absolute: 1e-4, because: "the loss is of single precision" },
    theory: {
      from: "the loss in plain loops",
      read: ({ first }) => [first],
      says: (task) => [plainLoss(task)],
    },
  };
}
