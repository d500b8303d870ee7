import type { SavedRun, TrainingState } from "@unmask/training";
import type { Corpus } from "@unmask/language";
import { BadInput, shown } from "../bad_input.ts";
import { type Answer, type Command, command, type OptionValues, type World } from "../command.ts";
import { commonOptions } from "../common_options.ts";
import { dataOption, readCorpusIn } from "../data_option.ts";
import { Interrupted } from "../interrupts.ts";
import { anyText, integer, oneOf, sizeList } from "../notation.ts";
import { countText, natsText, wholeText } from "../number_text.ts";
import { flagOption, requiredOption, valueOption } from "../option.ts";
import { tableText } from "../table_text.ts";
import { TrainingFolder } from "../train/training_folder.ts";
import { trainingProgress } from "../train/training_progress.ts";
import {
  checkSameRecipe,
  commandOf,
  configOf,
  recipeIn,
  recipeOf,
  type RecipeOptions,
  trainingOf,
  type TrainingRecipe,
} from "../train/training_recipe.ts";
import { trainingText } from "../train/training_text.ts";

/** Steps between two evaluations of the loss, and the batches of one: part of every model's history. */
const EVALUATE_EVERY = 200;
const EVALUATION_BATCHES = 8;

const options = {
  corpus: valueOption("--corpus", {
    notation: anyText,
    metavar: "NAME",
    help: "what to train on, see unmask corpora; KEY:words is a shuffled twin",
  }),
  text: valueOption("--text", {
    notation: anyText,
    metavar: "FILE",
    help: "a text of your own in place of a corpus",
  }),
  data: dataOption,
  teacher: valueOption("--teacher", {
    notation: integer(1, 2),
    metavar: "ORDER",
    help: "train on samples of the Markov chain of this order fitted to the corpus",
  }),
  out: requiredOption("--out", {
    notation: anyText,
    metavar: "DIR",
    help: "folder of the model, made where it is not there",
  }),
  preset: valueOption("--preset", {
    notation: oneOf(["tiny", "small"]),
    metavar: "NAME",
    help: "tiny (0.3 M parameters, minutes on two cores) or small (1.7 M), tiny by default",
  }),
  resume: flagOption("--resume", { help: "go on with the run that was saved in the folder" }),
  tokeniser: valueOption("--tokeniser", {
    notation: anyText,
    metavar: "NAME",
    help: "letters (a-z and space, the default), characters, or byte-pairs:SIZE",
  }),
  objective: valueOption("--objective", {
    notation: oneOf(["masked", "autoregressive"]),
    metavar: "WHAT",
    help: "what is predicted: masked tokens (the default), or the next token",
  }),
  length: valueOption("--length", {
    notation: integer(2, 4096),
    metavar: "L",
    help: "tokens of a sequence, the preset's by default",
  }),
  width: valueOption("--width", {
    notation: integer(2, 4096),
    metavar: "D",
    help: "channels of a position, the preset's by default",
  }),
  steps: valueOption("--steps", {
    notation: integer(1, 10_000_000),
    metavar: "N",
    help: "steps of the run, the preset's by default",
  }),
  batch: valueOption("--batch", {
    notation: integer(1, 4096),
    metavar: "B",
    help: "sequences of a step, the preset's by default",
  }),
  saveEvery: valueOption("--save-every", {
    notation: integer(1, 10_000_000),
    metavar: "N",
    help: "steps between two savings of the run, 200 by default",
  }),
  keep: valueOption("--keep", {
    notation: sizeList,
    metavar: "N,N,..",
    help: "steps at which the model is kept too, as model-N.safetensors",
  }),
  device: valueOption("--device", {
    notation: oneOf(["auto", "wasm", "webgpu"]),
    metavar: "NAME",
    help: "where to compute: a graphics adapter if there is a real one (auto, the default)",
  }),
  ...commonOptions,
};

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
  options,
  answer: (values, world) => train(values, world),
});

type TrainValues = OptionValues<typeof options>;

/** A run that is about to take its next step. */
interface Run {
  readonly recipe: TrainingRecipe;
  readonly corpus: Corpus;
  readonly saved: SavedRun | undefined;
  readonly folder: TrainingFolder;
}

async function train(values: TrainValues, world: World): Promise<Answer> {
  const run = await openRun(values, world);
  const { openDevice, parameterCount, presets, Trainer } = await import("@unmask/training");
  const { recipe, corpus, saved, folder } = run;
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
  const every = values.saveEvery ?? 200;
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
  try {
    while (!trainer.done) {
      await world.pause();
      const loss = await trainer.step();
      progress(trainer.steps, loss);
      const kept = values.keep?.includes(trainer.steps) ?? false;
      if (trainer.done || trainer.steps % EVALUATE_EVERY === 0) {
        const loss = await trainer.evaluate(validation, EVALUATION_BATCHES);
        facts.history.push({ step: trainer.steps, validation: loss });
      }
      if (trainer.done || kept || trainer.steps % every === 0) {
        const state = await save();
        if (kept) await keep(state, `model-${trainer.steps}.safetensors`);
      }
    }
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    await save();
    world.messages.note(
      `Saved at step ${trainer.steps} of ${recipe.steps}; --resume goes on.\n`,
    );
    throw error;
  }
  await keep(await trainer.state());
  trainer.dispose();
  return answerOf({ ...facts, parameters: parameterCount(config), out: values.out });
}

/** A loss on the way, always on the same sequences. */
interface Evaluation {
  readonly step: number;
  readonly validation: number;
}

async function openRun(values: TrainValues, { io, messages }: World): Promise<Run> {
  const { presets } = await import("@unmask/training");
  const folder = new TrainingFolder(values.out, io);
  const saved = await folder.run();
  const asked: RecipeOptions = {
    corpus: values.corpus,
    text: values.text,
    teacher: values.teacher,
    tokeniser: values.tokeniser,
    preset: values.preset,
    objective: values.objective,
    length: values.length,
    width: values.width,
    steps: values.steps,
    batch: values.batch,
    seed: values.seed,
  };
  if (values.resume && saved === undefined) {
    throw new BadInput(`Cannot go on training: ${shown(values.out)} must hold a run, got none`);
  }
  if (!values.resume && saved !== undefined) {
    throw new BadInput(
      `Cannot train: ${shown(values.out)} must hold no run, got one (--resume goes on with it)`,
    );
  }
  if (saved) checkSameRecipe(recipeIn(saved.facts), asked);
  const recipe = saved
    ? recipeIn(saved.facts)
    : recipeOf(asked, presets.find(({ name }) => name === (values.preset ?? "tiny"))!);
  const corpus = await readCorpusOf(recipe, { directory: values.data, messages });
  if (saved && saved.facts["sha256"] !== corpus.sha256) {
    throw new BadInput(
      `Cannot go on training: the text must be the one that the run began with, got another`,
    );
  }
  return { recipe, corpus, saved, folder };
}

async function readCorpusOf(
  { corpus, text }: TrainingRecipe,
  { directory, messages }: { directory: string | undefined; messages: World["messages"] },
): Promise<Corpus> {
  if (corpus === undefined && directory !== undefined) {
    throw new BadInput(`Cannot train: --data must stand with --corpus, got --text ${shown(text!)}`);
  }
  const { textCorpus } = await import("@unmask/corpora");
  messages.show(`reading ${corpus ?? text}`);
  return corpus === undefined ? await textCorpus(text!) : await readCorpusIn(corpus, directory);
}

function answerOf(
  done: TrainingRecipe & { history: readonly Evaluation[]; parameters: number; out: string },
): Answer {
  const last = done.history.at(-1)!;
  return {
    document: { ...done, validation: last.validation },
    print: () =>
      `${done.out}/model.safetensors: ${countText(done.parameters, "parameter")}, ${
        countText(done.steps, "step")
      } on ${done.corpus ?? done.text}.\n\n` +
      tableText(
        ["step", "validation nats a token"],
        done.history.map(({ step, validation }) => [wholeText(step), natsText(validation)]),
      ),
  };
}
