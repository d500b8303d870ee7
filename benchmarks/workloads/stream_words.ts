import { type StreamRun, streamWords } from "../questions/stream_words.ts";
import type { Workload } from "../workload.ts";

/** What a word of a keyed stream costs, its opening included. */
export const workload: Workload<StreamRun, ArrayLike<number>> = {
  name: "stream-words",
  title: "first words of a keyed stream",
  question: streamWords,
  size: { label: "words", growth: "power", values: [2 ** 4, 2 ** 8, 2 ** 12], fullValues: [1] },
  work: { unit: "words", amount: (words) => words },
  input: (words) => ({
    family: { seed: 1, cell: "benchmark", purpose: "words" },
    sample: 7,
    words,
  }),
  tolerance: { because: "words are integers" },
  costLaws: [{ engine: "counter stream", from: 2 ** 4, atMost: 1.15 }],
};
