import { threefry2x32 } from "@unmask/random";
import type { Engine } from "../../engine.ts";
import { type BlockRun, threefryBlocks } from "../../questions/threefry_blocks.ts";

/** The unrolled rounds in 32-bit arithmetic. */
export const engine: Engine<BlockRun, ArrayLike<number>> = {
  name: "unrolled",
  kind: "fast",
  question: threefryBlocks,
  handles: () => true,
  prepare: ({ key, counter, blocks }) => {
    const block = new Uint32Array(2);
    const words = new Uint32Array(2 * blocks);
    return () => {
      for (let i = 0; i < blocks; i++) {
        threefry2x32(key[0], key[1], counter[0], counter[1] + i, block);
        words[2 * i] = block[0]!;
        words[2 * i + 1] = block[1]!;
      }
      return words;
    };
  },
};
