/** A text as another model judges it, or a sample to be looked at. */
export type Result = {
  /** Samples of the mask predictor, held-out news, the same with its letters shuffled, or one sample. */
  readonly part: "samples" | "held-out news" | "shuffled letters" | "one sample";
  /** Iterations of the sampler, null for text that was not sampled. */
  readonly steps: number | null;
  /** Sequences that were judged. */
  readonly sequences: number;
  /** Mean loss of a letter under the independent model, in nats. */
  readonly loss: number;
  /** Standard error of that over sequences, null for one. */
  readonly standardError: number | null;
  /** Entropy of single letters in all sequences, in nats: low where samples repeat themselves. */
  readonly letterEntropy: number | null;
  /** The text of one sample. */
  readonly text: string | null;
  /** The iteration in which each of its letters was drawn, from 0, with spaces between. */
  readonly drawnIn: string | null;
};

/** Letters of a sequence. */
export const LENGTH = 64;

/** Iterations, from one letter in each to all letters in one. */
export const stepCounts: readonly number[] = [64, 32, 16, 8, 4, 1];
