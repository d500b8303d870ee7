import { streamFamily } from "@unmask/random";
import { uniform } from "@unmask/schedules";
import { type SamplingTask, unmaskedTokens } from "../questions/unmasked_tokens.ts";
import type { Workload } from "../workload.ts";

const length = 1024;

/** How the sampler grows with the number of steps, which is its number of model evaluations. */
export const workload: Workload<SamplingTask, Int32Array> = {
  name: "sampler-steps",
  title: `one sequence of a Potts chain, K = 4, J = 2, L = ${length}`,
  question: unmaskedTokens,
  size: { label: "steps T", growth: "power", values: [1, 16, 256], fullValues: [4, 64] },
  work: { unit: "tokens", amount: () => length },
  input: (steps) => ({
    law: { length, states: 4, coupling: 2 },
    sizes: uniform.sizes({ length, steps }),
    streams: streamFamily({ seed: 1, cell: `potts-chain:length=${length}`, purpose: "sampler" }),
  }),
  tolerance: { because: "tokens are integers" },
  costLaws: [
    { engine: "messages", from: 4, atMost: 1.15 },
    { engine: "nearest neighbours", from: 1, atMost: 1.15 },
  ],
};
