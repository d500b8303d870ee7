import type { Question } from "../question.ts";

/** Sequences to draw with a mask predictor of the preset `tiny`, its weights drawn. */
export interface MaskedSequencesTask {
  /** Iterations, of balanced sizes at random positions. */
  readonly steps: number;
  /** Sequences that share evaluations. */
  readonly count: number;
}

/** Gives the tokens, sequence after sequence; what it costs to show them is not timed. */
export type MaskedSequences = () => ArrayLike<number>;

/** Whole sequences of a mask predictor. */
export const maskedSequences: Question<MaskedSequencesTask, MaskedSequences> = {
  name: "masked-sequences",
  figures: (tokens) => tokens(),
};
