import { CachedDecoder } from "@unmask/training";
import { drawnModel, nextTokenStreams } from "../../drawn_networks.ts";
import type { Engine } from "../../engine.ts";
import { nextTokens, type NextTokensTask } from "../../questions/next_tokens.ts";

/** Token after token with caches, in plain loops on this thread. */
export const engine: Engine<NextTokensTask, Int32Array> = {
  name: "cached",
  kind: "fast",
  question: nextTokens,
  handles: () => true,
  prepare: ({ count }) => {
    const decoder = new CachedDecoder(drawnModel("tiny", true), { count });
    return () => decoder.draw({ streams: nextTokenStreams, from: 0 });
  },
};
