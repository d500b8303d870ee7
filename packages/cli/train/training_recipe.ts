import type { Preset, TrainingOptions, TransformerConfig } from "@unmask/training";
import { BadInput, shown } from "../bad_input.ts";

/** What decides every byte of a run: kept beside its state, and compared before it goes on. */
export interface TrainingRecipe {
  /** Name of the corpus; absent for a text of one's own. */
  readonly corpus?: string;
  /** The file of a text of one's own; absent for a corpus. */
  readonly text?: string;
  /** Order of the Markov chain fitted to the corpus whose samples are trained on; absent for its text. */
  readonly teacher?: number;
  /** How text becomes tokens: `letters`, `characters` or `byte-pairs:SIZE`. */
  readonly tokeniser: string;
  /** Name of the preset. */
  readonly preset: string;
  /** What is predicted: masked tokens, or the next one. */
  readonly objective: "masked" | "autoregressive";
  /** Tokens of a sequence. */
  readonly length: number;
  /** Channels of a position. */
  readonly width: number;
  /** Steps of the run. */
  readonly steps: number;
  /** Sequences of a step. */
  readonly batch: number;
  /** Seed of weights and batches. */
  readonly seed: number;
}

/** What a recipe consists of, in the order in which a command is written. */
const parts = [
  "corpus",
  "text",
  "teacher",
  "tokeniser",
  "preset",
  "objective",
  "length",
  "width",
  "steps",
  "batch",
  "seed",
] as const satisfies readonly (keyof TrainingRecipe)[];

/** The parts of a recipe that options may set. */
export type RecipeOptions = {
  readonly [Name in keyof TrainingRecipe]-?: TrainingRecipe[Name] | undefined;
};

/**
 * A recipe from what was asked for, the rest from the preset.
 *
 * @param asked Values of options, undefined where not given
 * @param preset The preset
 * @returns The recipe
 * @throws {BadInput} When no text was named, or two
 */
export function recipeOf(asked: RecipeOptions, preset: Preset): TrainingRecipe {
  const { corpus, text } = asked;
  if ((corpus === undefined) === (text === undefined)) {
    throw new BadInput(
      `Cannot train: --corpus or --text must be given, got ${text === undefined ? "none" : "both"}`,
    );
  }
  return {
    ...(corpus !== undefined && { corpus }),
    ...(text !== undefined && { text }),
    ...(asked.teacher !== undefined && { teacher: asked.teacher }),
    tokeniser: asked.tokeniser ?? "letters",
    preset: preset.name,
    objective: asked.objective ?? "masked",
    length: asked.length ?? preset.shape.length,
    width: asked.width ?? preset.shape.width,
    steps: asked.steps ?? preset.training.steps,
    batch: asked.batch ?? preset.training.batch,
    seed: asked.seed ?? 0,
  };
}

/**
 * Checks that what was asked for is what a saved run was started with.
 *
 * @param saved The run's recipe
 * @param asked Values of options, undefined where not given
 * @throws {BadInput} On an option that says otherwise
 */
export function checkSameRecipe(saved: TrainingRecipe, asked: RecipeOptions): void {
  for (const [name, value] of Object.entries(asked)) {
    const begun = saved[name as keyof TrainingRecipe];
    if (value !== undefined && value !== begun) {
      throw new BadInput(
        `Cannot go on training: ${name} must be ${begun ?? "left out"} as the run began, got ${
          shown(`${value}`)
        }`,
      );
    }
  }
}

/**
 * The network of a recipe.
 *
 * @param recipe The recipe
 * @param options `preset` it names; `vocabularySize` of its tokeniser
 * @returns The shape
 */
export function configOf(
  recipe: TrainingRecipe,
  { preset, vocabularySize }: { preset: Preset; vocabularySize: number },
): TransformerConfig {
  const { length, width, objective } = recipe;
  return {
    ...preset.shape,
    length,
    width,
    vocabularySize,
    causal: objective === "autoregressive",
  };
}

/**
 * How a recipe trains: a run of fewer steps than its preset's warms up for a part of them as large.
 *
 * @param recipe The recipe
 * @param preset The preset it names
 * @returns Options of the trainer
 */
export function trainingOf(recipe: TrainingRecipe, preset: Preset): TrainingOptions {
  const { steps, batch, seed } = recipe;
  const { peak, warmUp, steps: usual } = preset.training;
  return { steps, batch, seed, peak, warmUp: Math.min(warmUp, Math.floor(steps * warmUp / usual)) };
}

/**
 * The recipe among the facts of a saved run.
 *
 * @param facts Facts, of which it is a part
 * @returns The recipe alone
 */
export function recipeIn(facts: Readonly<Record<string, unknown>>): TrainingRecipe {
  const own = parts.filter((name) => facts[name] !== undefined);
  return Object.fromEntries(own.map((name) => [name, facts[name]])) as unknown as TrainingRecipe;
}

/**
 * The command that a recipe is of, for its provenance: what the preset says by itself is left out.
 *
 * @param recipe The recipe
 * @param preset The preset it names
 * @returns A command line, without where it writes to
 */
export function commandOf(recipe: TrainingRecipe, preset: Preset): string {
  const { corpus, text } = recipe;
  const none = Object.fromEntries(parts.map((name) => [name, undefined]));
  const plain = recipeOf({ ...none as unknown as RecipeOptions, corpus, text }, preset);
  const options = parts.filter((name) =>
    ["corpus", "text", "preset"].includes(name)
      ? recipe[name] !== undefined
      : recipe[name] !== plain[name]
  );
  return `unmask train ${options.map((name) => `--${name} ${recipe[name]}`).join(" ")}`;
}
