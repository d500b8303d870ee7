import type { Question } from "../question.ts";

/** A run of blocks of the Threefry2x32-20 generator. */
export interface BlockRun {
  /** Two key words. */
  readonly key: readonly [number, number];
  /** Counter of the first block; the second word counts up, modulo 2^32. */
  readonly counter: readonly [number, number];
  /** Blocks. */
  readonly blocks: number;
}

/** The two words of each block, one block after another. */
export const threefryBlocks: Question<BlockRun, ArrayLike<number>> = {
  name: "threefry-blocks",
  figures: (words) => words,
};
