import { NeighbourSampler } from "@unmask/diffusion";
import { pottsChain } from "@unmask/potts";
import { streamFamily } from "@unmask/random";
import type { Engine } from "../../engine.ts";
import {
  type SampledRun,
  samplingRun,
  type SamplingRunTask,
} from "../../questions/sampling_run.ts";

/** Nearest revealed neighbours, on this thread. */
export const engine: Engine<SamplingRunTask, SampledRun> = {
  name: "one thread",
  kind: "fast",
  question: samplingRun,
  handles: () => true,
  prepare: ({ law, sizes, streams, count }) => {
    const sampler = new NeighbourSampler(pottsChain(law));
    const family = streamFamily(streams);
    const tokens = new Int32Array(count * law.length);
    return () => {
      sampler.unmaskMany({ sizes, streams: family, first: 0 }, tokens);
      return () => tokens;
    };
  },
};
