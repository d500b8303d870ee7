import type { Engine } from "../../engine.ts";
import { threefryBlock } from "../../naive/threefry_big_integers.ts";
import { type BlockRun, threefryBlocks } from "../../questions/threefry_blocks.ts";

/** Most blocks: a few hundredths of a second. */
const BLOCKS = 2 ** 12;

/** The rounds as the paper writes them, in big integers. */
export const engine: Engine<BlockRun, ArrayLike<number>> = {
  name: "big integers",
  kind: "naive",
  question: threefryBlocks,
  handles: ({ blocks }) => blocks <= BLOCKS,
  prepare: ({ key, counter, blocks }) => () =>
    Array.from({ length: blocks }, (_, i) => {
      return threefryBlock(key, [counter[0], (counter[1] + i) % 2 ** 32]);
    }).flat(),
};
