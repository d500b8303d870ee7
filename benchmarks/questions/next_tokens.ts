import type { Question } from "../question.ts";

/** Sequences to draw with an autoregressive network of the preset `tiny`, its weights drawn. */
export interface NextTokensTask {
  /** Sequences that are drawn side by side; sequence `n` comes from stream `n`. */
  readonly count: number;
}

/** Whole sequences of an autoregressive network, row-major. */
export const nextTokens: Question<NextTokensTask, Int32Array> = {
  name: "next-tokens",
  figures: (tokens) => tokens,
};
