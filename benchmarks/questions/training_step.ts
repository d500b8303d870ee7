import type { Question } from "../question.ts";

/** A step of training to take. */
export interface TrainingStepTask {
  /** Preset of the network. */
  readonly preset: "tiny" | "small";
  /** Sequences of the step. */
  readonly rows: number;
}

/** What a run of steps has come to. */
export interface TrainingStepAnswer {
  /** Loss of the first step of the run. */
  readonly first: number;
  /** Loss of this one. */
  readonly last: number;
}

/** How far a run that learns may be above its first loss, in nats a token. */
const RISE = 0.1;

/** One more step of a run: its batch drawn, gradients, Adam, and the loss read. */
export const trainingStep: Question<TrainingStepTask, TrainingStepAnswer> = {
  name: "training-step",
  // Each call takes another step: its loss is not foreseen, but that it learns is.
  figures: ({ first, last }) => [first, Number(last <= first + RISE)],
};
