import type { Corpus } from "@unmask/language";
import type { SavedRun } from "@unmask/training";
import { BadInput, shown } from "../bad_input.ts";
import type { World } from "../command.ts";
import { readCorpusIn } from "../data_option.ts";
import type { TrainValues } from "./train_options.ts";
import { TrainingFolder } from "./training_folder.ts";
import {
  checkSameRecipe,
  recipeIn,
  recipeOf,
  type RecipeOptions,
  type TrainingRecipe,
} from "./training_recipe.ts";

/** A run that is about to take its next step. */
export interface OpenedRun {
  /** What decides it. */
  readonly recipe: TrainingRecipe;
  /** The text. */
  readonly corpus: Corpus;
  /** What it goes on from; undefined at its beginning. */
  readonly saved: SavedRun | undefined;
  /** Where it is kept, not opened yet. */
  readonly folder: TrainingFolder;
}

/**
 * The run that was asked for: a new one, or the one in the folder.
 *
 * @param values Values of the options
 * @param world Files and messages
 * @returns The run; nothing is written
 * @throws {BadInput | RangeError} On a folder with a run or without one against `--resume`, options that
 *   say otherwise than the run began, or a text that is none or another
 */
export async function openRun(values: TrainValues, { io, messages }: World): Promise<OpenedRun> {
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
  const late = values.keep?.find((step) => step > recipe.steps);
  if (late !== undefined) {
    throw new BadInput(
      `Cannot train: steps of --keep must be at most ${recipe.steps}, those of the run, got ${late}`,
    );
  }
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
