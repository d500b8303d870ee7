import type { SequenceSampler } from "@unmask/information";
import type { Trainer, TrainingState } from "@unmask/training";
import type { World } from "../command.ts";

/** Steps between two evaluations of the loss, and the batches of one: part of every model's history. */
const EVALUATE_EVERY = 200;
const EVALUATION_BATCHES = 8;

/** A loss on the way, always on the same sequences. */
export interface Evaluation {
  /** Steps done. */
  readonly step: number;
  /** Mean loss of a token, in nats. */
  readonly validation: number;
}

/** What happens on the way. */
export interface StepsOptions {
  /** Sequences that the loss is evaluated on. */
  readonly validation: SequenceSampler;
  /** Gets each evaluation. */
  readonly history: Evaluation[];
  /** Steps between two savings. */
  readonly saveEvery: number;
  /** Steps at which the model is kept too. */
  readonly keepAt: readonly number[];
  /** Told the steps done and the loss of the last one. */
  progress(step: number, loss: number): void;
  /** Saves the run. */
  save(): Promise<TrainingState>;
  /** Keeps the model of a state, in the file of that name. */
  keep(state: TrainingState, name?: string): Promise<void>;
}

/**
 * Does the steps of a run that are left, and keeps its model.
 *
 * @param trainer The run
 * @param options What happens on the way
 * @param world Where Ctrl-C is heard, between two steps
 * @throws {Interrupted} On Ctrl-C or the signal TERM; the run is where it was after its last step
 */
export async function runSteps(
  trainer: Trainer,
  options: StepsOptions,
  { pause }: Pick<World, "pause">,
): Promise<void> {
  const { validation, history, saveEvery, keepAt, progress, save, keep } = options;
  while (!trainer.done) {
    await pause();
    progress(trainer.steps + 1, await trainer.step());
    const { steps, done } = trainer;
    if (done || steps % EVALUATE_EVERY === 0) {
      const loss = await trainer.evaluate(validation, EVALUATION_BATCHES);
      history.push({ step: steps, validation: loss });
    }
    const isKept = keepAt.includes(steps);
    if (done || isKept || steps % saveEvery === 0) {
      const state = await save();
      if (isKept) await keep(state, `model-${steps}.safetensors`);
    }
  }
  await keep(await trainer.state());
}
