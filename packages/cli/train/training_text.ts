import type { SequenceSampler } from "@unmask/information";
import type { Corpus, Tokeniser } from "@unmask/language";
import { BadInput, shown } from "../bad_input.ts";
import type { TrainingRecipe } from "./training_recipe.ts";

/** Sequences to train on and to look at on the way. */
export interface TrainingText {
  /** The tokeniser, saved with the model. */
  readonly tokeniser: Tokeniser;
  /** What is trained on. */
  readonly training: SequenceSampler;
  /** What the loss is evaluated on. */
  readonly validation: SequenceSampler;
}

/**
 * The sequences of a recipe: windows of a corpus's training and validation documents, or samples of a
 * chain fitted to its training documents.
 *
 * @param corpus The corpus
 * @param recipe The recipe
 * @returns The sequences
 * @throws {BadInput | RangeError} On a tokeniser that is none, or a corpus too short for the length
 */
export async function trainingText(
  corpus: Corpus,
  recipe: TrainingRecipe,
): Promise<TrainingText> {
  const { splitCorpus, textOf, windowsOf } = await import("@unmask/language");
  const { windowSampler } = await import("@unmask/training");
  const { train, validation } = splitCorpus(corpus);
  const tokeniser = await tokeniserNamed(recipe.tokeniser, {
    train: textOf(train),
    whole: () => textOf(corpus.documents),
  });
  const vocabularySize = tokeniser.size;
  const { length, teacher } = recipe;
  if (teacher !== undefined) {
    const { fitContextTransitions, HigherOrderChain } = await import("@unmask/potts");
    const { transitions } = fitContextTransitions(tokeniser.encode(textOf(train)), {
      states: vocabularySize,
      order: teacher,
    });
    const chain = new HigherOrderChain({ length, transitions });
    return { tokeniser, training: chain, validation: chain };
  }
  const sampler = (documents: typeof train): SequenceSampler =>
    windowSampler(windowsOf(documents, { tokeniser, length }), { vocabularySize });
  return { tokeniser, training: sampler(train), validation: sampler(validation) };
}

/** A tokeniser by its name; what is learned of a text is learned of the training text. */
async function tokeniserNamed(
  name: string,
  text: { train: string; whole: () => string },
): Promise<Tokeniser> {
  const { charactersOf, letters, trainBytePairs } = await import("@unmask/language");
  if (name === "letters") return letters;
  // The symbols are those of the whole corpus, so that its test can be encoded.
  if (name === "characters") return charactersOf(text.whole());
  const size = Number(/^byte-pairs:(\d{3,5})$/.exec(name)?.[1]);
  if (!(size > 256 && size <= 2 ** 16)) {
    throw new BadInput(
      `Cannot train: --tokeniser must be letters, characters or byte-pairs:SIZE with SIZE from 257 to 65536, got ${
        shown(name)
      }`,
    );
  }
  return trainBytePairs([text.train], { size });
}
