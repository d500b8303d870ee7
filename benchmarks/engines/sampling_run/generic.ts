import { exactPredictor, unmask } from "@unmask/diffusion";
import { pottsChain } from "@unmask/potts";
import { streamFamily } from "@unmask/random";
import type { Engine } from "../../engine.ts";
import {
  type SampledRun,
  samplingRun,
  type SamplingRunTask,
} from "../../questions/sampling_run.ts";

/** Most evaluations of a token: a tenth of a second. */
const EVALUATIONS = 2 ** 20;

/** The sampler of any predictor, one sequence at a time. */
export const engine: Engine<SamplingRunTask, SampledRun> = {
  name: "any predictor",
  kind: "plain",
  question: samplingRun,
  handles: ({ law, sizes, count }) => law.length * sizes.length * count <= EVALUATIONS,
  prepare: ({ law, sizes, streams, count }) => {
    const predictor = exactPredictor(pottsChain(law));
    const family = streamFamily(streams);
    const tokens = new Int32Array(count * law.length);
    return () => {
      for (let n = 0; n < count; n++) {
        tokens.set(unmask(predictor, { sizes, stream: family.at(n) }), n * law.length);
      }
      return () => tokens;
    };
  },
};
