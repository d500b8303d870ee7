import { streamFamily } from "@unmask/random";
import type { Engine } from "../../engine.ts";
import { type StreamRun, streamWords } from "../../questions/stream_words.ts";

/** A keyed stream, opened and drawn from. */
export const engine: Engine<StreamRun, ArrayLike<number>> = {
  name: "counter stream",
  kind: "fast",
  question: streamWords,
  handles: () => true,
  prepare: ({ family, sample, words }) => {
    const streams = streamFamily(family);
    const drawn = new Uint32Array(words);
    return () => {
      const stream = streams.at(sample);
      for (let i = 0; i < words; i++) drawn[i] = stream.nextUint32();
      return drawn;
    };
  },
};
