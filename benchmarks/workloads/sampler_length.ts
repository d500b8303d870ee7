import { streamFamily } from "@unmask/random";
import { uniform } from "@unmask/schedules";
import { type SamplingTask, unmaskedTokens } from "../questions/unmasked_tokens.ts";
import type { Workload } from "../workload.ts";

const steps = 16;

/** How the sampler grows with the length at a fixed number of steps. */
export const workload: Workload<SamplingTask, Int32Array> = {
  name: "sampler-length",
  title: `one sequence of a Potts chain, K = 4, J = 2, ${steps} balanced steps`,
  question: unmaskedTokens,
  size: {
    label: "length L",
    growth: "power",
    values: [2 ** 8, 2 ** 11, 2 ** 14],
    fullValues: [2 ** 6, 2 ** 10, 2 ** 12],
  },
  work: { unit: "tokens", amount: (length) => length },
  input: (length) => ({
    law: { length, states: 4, coupling: 2 },
    sizes: uniform.sizes({ length, steps }),
    streams: streamFamily({ seed: 1, cell: `potts-chain:length=${length}`, purpose: "sampler" }),
  }),
  tolerance: { because: "tokens are integers" },
  costLaws: [
    { engine: "messages", from: 2 ** 8, atMost: 1.15 },
    { engine: "nearest neighbours", from: 2 ** 8, atMost: 1.15 },
  ],
};
