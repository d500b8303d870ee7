import { unmaskBatchAwaited } from "@unmask/diffusion";
import { presets, TrainedPredictor, Trainer } from "@unmask/training";
import {
  countingSource,
  drawnModel,
  requestsOf,
  SEED,
  shapeOf,
  unmaskingOf,
} from "./drawn_networks.ts";
import type { MaskedSequencesTask } from "./questions/masked_sequences.ts";
import type { PredictedRowsTask } from "./questions/predicted_rows.ts";
import type { TrainingStepTask } from "./questions/training_step.ts";

/** A question that the open device answers in its own time, by the question's name. */
export type DeviceQuestion =
  | { readonly question: "predicted-rows"; readonly task: PredictedRowsTask }
  | { readonly question: "training-step"; readonly task: TrainingStepTask }
  | { readonly question: "masked-sequences"; readonly task: MaskedSequencesTask };

/** Networks on the open device, each made when it is first asked for. */
export class DeviceAnswers {
  readonly #predictors = new Map<string, TrainedPredictor>();
  readonly #runs = new Map<string, { readonly trainer: Trainer; first: number | undefined }>();

  /**
   * Answers a question.
   *
   * @param asked The question
   * @returns The numbers in its answer
   */
  async answer(asked: DeviceQuestion): Promise<ArrayLike<number>> {
    switch (asked.question) {
      case "predicted-rows":
        return await this.#predictor(asked.task.preset).rows(requestsOf(asked.task));
      case "training-step":
        return await this.#step(asked.task);
      case "masked-sequences": {
        const predictor = this.#predictor("tiny");
        const drawn = await unmaskBatchAwaited(predictor, unmaskingOf(asked.task));
        return drawn.flatMap(({ tokens }) => [...tokens]);
      }
    }
  }

  #predictor(preset: string): TrainedPredictor {
    const made = this.#predictors.get(preset) ?? new TrainedPredictor(drawnModel(preset));
    this.#predictors.set(preset, made);
    return made;
  }

  async #step({ preset, rows }: TrainingStepTask): Promise<number[]> {
    const key = `${preset} ${rows}`;
    const config = shapeOf(preset, false);
    const { training } = presets.find(({ name }) => name === preset)!;
    const run = this.#runs.get(key) ?? {
      trainer: new Trainer(config, {
        source: countingSource(config),
        trained: { ...training, batch: rows, seed: SEED },
      }),
      first: undefined,
    };
    this.#runs.set(key, run);
    const last = await run.trainer.step();
    run.first ??= last;
    return [run.first, last];
  }
}
