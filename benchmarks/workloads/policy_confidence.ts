import { streamFamily } from "@unmask/random";
import {
  type PolicySequence,
  policySequences,
  type PolicySequenceTask,
} from "../questions/policy_sequences.ts";
import type { Workload } from "../workload.ts";

/** How sequences of top-k decoding grow with the length, at 16 iterations. */
export const workload: Workload<PolicySequenceTask, PolicySequence> = {
  name: "policy-confidence",
  title: "one sequence of a Potts chain, K = 4, J = 2, confidence top-k, k = L/16",
  question: policySequences,
  size: {
    label: "length L",
    growth: "power",
    values: [2 ** 8, 2 ** 10, 2 ** 12],
    fullValues: [2 ** 6],
  },
  work: { unit: "tokens", amount: (length) => length },
  input: (length) => ({
    law: { length, states: 4, coupling: 2 },
    policy: { policy: "top", score: "confidence", count: length / 16 },
    streams: streamFamily({ seed: 1, cell: `potts-chain:length=${length}`, purpose: "policy" }),
  }),
  tolerance: { because: "tokens and evaluations are integers" },
  costLaws: [{ engine: "any predictor", from: 2 ** 8, atMost: 1.15 }],
};
