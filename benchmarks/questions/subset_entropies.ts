import type { Question } from "../question.ts";

/** A law given by the probability of every sequence. */
export interface DenseTable {
  /** `K^L` probabilities, row-major, last token fastest. */
  readonly masses: Float64Array;
  /** `L`. */
  readonly length: number;
  /** `K`. */
  readonly vocabularySize: number;
}

/** The mean entropies `e_0 .. e_L` of all subsets of each size of a dense table, in nats. */
export const subsetEntropies: Question<DenseTable, ArrayLike<number>> = {
  name: "subset-entropies",
  figures: (means) => means,
};
