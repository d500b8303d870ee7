import { shapeOf } from "../drawn_networks.ts";
import { plainLoss } from "../naive/plain_loss.ts";
import {
  trainingStep,
  type TrainingStepAnswer,
  type TrainingStepTask,
} from "../questions/training_step.ts";
import type { Workload } from "../workload.ts";

const preset = "small";
const { length } = shapeOf(preset, false);

/** A step of training of the preset `small`. */
export const workload: Workload<TrainingStepTask, TrainingStepAnswer> = {
  name: `training-step-${preset}`,
  title: "one step of training of the preset `small`, L = 128, K = 27",
  question: trainingStep,
  size: { label: "sequences", growth: "power", values: [2 ** 1, 2 ** 5] },
  work: { unit: "tokens", amount: (rows) => rows * length },
  input: (rows) => ({ preset, rows }),
  tolerance: { absolute: 1e-4, because: "the loss is of single precision" },
  theory: {
    from: "the loss in plain loops",
    read: ({ first }) => [first],
    says: (task) => [plainLoss(task)],
  },
};
