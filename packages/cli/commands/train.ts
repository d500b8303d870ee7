import type { TrainingState } from "@unmask/training";
import { type Answer, type Command, command, type World } from "../command.ts";
import { Interrupted } from "../interrupts.ts";
import { openRun } from "../train/open_run.ts";
import { type Evaluation, runSteps } from "../train/run_steps.ts";
import { trainOptions, type TrainValues } from "../train/train_options.ts";
import { trainingAnswer } from "../train/training_answer.ts";
import { trainingProgress } from "../train/training_progress.ts";
import { commandOf, configOf, trainingOf } from "../train/training_recipe.ts";
import { trainingText } from "../train/training_text.ts";

/** `train`: a mask predictor on real text. */
export const trainCommand: Command = command({
  name: "train",
  summary: "train a mask predictor on real text",
  description:
    "Trains a transformer with local mixing layers on the masked-diffusion loss, revealed counts drawn uniformly, and writes DIR/model.safetensors, which says how it was made. The run is saved every so often, and when Ctrl-C or the signal TERM ends it; --resume goes on and ends with the same bytes as a run without a pause on the same machine. With --teacher the data are samples of a Markov chain fitted to the corpus, whose conditionals are known, so that the training error of the model is.",
  examples: [
    "unmask train --corpus brown-news --preset tiny --out news",
    "unmask train --resume --out news",
    "unmask train --corpus brown-news --teacher 2 --out order-2 --keep 100,400",
  ],
  options: trainOptions,
  answer: (values, world) => train(values, world),
});

async function train(values: TrainValues, world: World): Promise<Answer> {
  const { openDevice, parameterCount, presets, Trainer } = await import("@unmask/training");
  const { recipe, corpus, saved, folder } = await openRun(values, world);
  const preset = presets.find(({ name }) => name === recipe.preset)!;
  const { tokeniser, training, validation } = await trainingText(corpus, recipe);
  const config = configOf(recipe, { preset, vocabularySize: tokeniser.size });
  const { description } = await openDevice(values.device ?? "auto");
  world.messages.note(`Training on ${description}.\n`);
  const facts = { ...recipe, sha256: corpus.sha256, history: [] as Evaluation[] };
  if (saved) facts.history.push(...(saved.facts["history"] as Evaluation[]));
  const trainer = new Trainer(config, {
    source: training,
    trained: trainingOf(recipe, preset),
    ...(saved && { state: saved.state }),
  });
  const progress = trainingProgress({
    steps: recipe.steps,
    begun: trainer.steps,
    tokens: recipe.batch * recipe.length,
  }, world);
  const save = async (): Promise<TrainingState> => {
    const state = await trainer.state();
    await folder.saveRun({ config, facts, state });
    return state;
  };
  const keep = async (state: TrainingState, name?: string): Promise<void> => {
    await folder.saveModel({
      config,
      tensors: state.average,
      tokeniser: tokeniser.toJSON(),
      provenance: {
        ...facts,
        step: state.step,
        title: corpus.title,
        licence: corpus.licence,
        source: corpus.source,
        command: commandOf(recipe, preset),
      },
    }, name);
  };
  folder.open();
  try {
    await runSteps(trainer, {
      validation,
      history: facts.history,
      saveEvery: values["save-every"] ?? 200,
      keepAt: values.keep ?? [],
      progress,
      save,
      keep,
    }, world);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    await save();
    world.messages.note(
      `Saved at step ${trainer.steps} of ${recipe.steps}; --resume goes on.\n`,
    );
    throw error;
  } finally {
    folder.close();
  }
  trainer.dispose();
  return trainingAnswer({
    ...facts,
    parameters: parameterCount(config),
    out: values.out,
    device: description,
    command: commandOf(recipe, preset),
  });
}
