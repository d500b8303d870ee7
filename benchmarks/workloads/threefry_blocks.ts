import { type BlockRun, threefryBlocks } from "../questions/threefry_blocks.ts";
import type { Workload } from "../workload.ts";

/** What a random word costs before it is anyone's. */
export const workload: Workload<BlockRun, ArrayLike<number>> = {
  name: "threefry-blocks",
  title: "blocks of Threefry2x32-20",
  question: threefryBlocks,
  size: { label: "blocks", growth: "power", values: [2 ** 5, 2 ** 10, 2 ** 15], fullValues: [1] },
  work: { unit: "words", amount: (blocks) => 2 * blocks },
  input: (blocks) => ({
    key: [0x13198a2e, 0x03707344],
    counter: [0x243f6a88, 0x85a308d3],
    blocks,
  }),
  tolerance: { because: "words are integers" },
  costLaws: [{ engine: "unrolled", from: 2 ** 5, atMost: 1.15 }],
  theory: {
    from: "Random123, tests/kat_vectors, threefry2x32 20",
    read: (words) => [words[0]!, words[1]!],
    says: () => [0xc4923a9c, 0x483df7a0],
  },
};
