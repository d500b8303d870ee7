import { streamFamily } from "@unmask/random";
import { uniform } from "@unmask/schedules";
import { type SamplingTask, unmaskedTokens } from "../questions/unmasked_tokens.ts";
import type { Workload } from "../workload.ts";

/** What a sampler that sums over all sequences costs. */
export const workload: Workload<SamplingTask, Int32Array> = {
  name: "sampler-enumerated",
  title: "one sequence of a Potts chain, K = 4, J = 2, in 2 balanced steps",
  question: unmaskedTokens,
  size: { label: "length L", growth: "exponential", values: [4, 6, 8] },
  work: { unit: "tokens", amount: (length) => length },
  input: (length) => ({
    law: { length, states: 4, coupling: 2 },
    sizes: uniform.sizes({ length, steps: 2 }),
    streams: streamFamily({ seed: 1, cell: `potts-chain:length=${length}`, purpose: "sampler" }),
  }),
  tolerance: { because: "tokens are integers" },
};
