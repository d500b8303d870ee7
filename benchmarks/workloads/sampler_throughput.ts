import { uniform } from "@unmask/schedules";
import { type SampledRun, samplingRun, type SamplingRunTask } from "../questions/sampling_run.ts";
import type { Workload } from "../workload.ts";

const law = { length: 1024, states: 8, coupling: 2 };
const steps = 64;

/** Tokens a second of the parallel sampler, with everything that a run costs. */
export const workload: Workload<SamplingRunTask, SampledRun> = {
  name: "sampler-throughput",
  title: "sequences of a Potts chain, L = 1024, K = 8, J = 2, 64 balanced steps",
  question: samplingRun,
  size: {
    label: "sequences",
    growth: "power",
    values: [2 ** 4, 2 ** 7, 2 ** 10],
    fullValues: [2 ** 12],
  },
  work: { unit: "tokens", amount: (count) => count * law.length },
  input: (count) => ({
    law,
    sizes: uniform.sizes({ length: law.length, steps }),
    streams: { seed: 1, cell: "potts-chain:length=1024", purpose: "sampler" },
    count,
  }),
  tolerance: { because: "tokens are integers" },
  costLaws: [
    { engine: "one thread", from: 2 ** 4, atMost: 1.1 },
    { engine: "two workers", from: 2 ** 7, atMost: 1.1 },
  ],
};
