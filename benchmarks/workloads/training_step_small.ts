import type { TrainingStepAnswer, TrainingStepTask } from "../questions/training_step.ts";
import { trainingStepWorkload } from "../training_step_workload.ts";
import type { Workload } from "../workload.ts";

/** A step of training of the preset `small`, whose kernels take ten steps to compile. */
export const workload: Workload<TrainingStepTask, TrainingStepAnswer> = {
  ...trainingStepWorkload("small", { values: [2 ** 1], fullValues: [2 ** 5] }),
  measuredOnce: true,
};
