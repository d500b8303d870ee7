import type { Question } from "../question.ts";

/** The beginning of a random stream. */
export interface StreamRun {
  /** What the stream is for. */
  readonly family: { readonly seed: number; readonly cell: string; readonly purpose: string };
  /** Sample number. */
  readonly sample: number;
  /** Words to draw. */
  readonly words: number;
}

/** The first words of a stream. */
export const streamWords: Question<StreamRun, ArrayLike<number>> = {
  name: "stream-words",
  figures: (words) => words,
};
