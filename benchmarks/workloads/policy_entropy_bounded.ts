import { streamFamily } from "@unmask/random";
import {
  type PolicySequence,
  policySequences,
  type PolicySequenceTask,
} from "../questions/policy_sequences.ts";
import type { Workload } from "../workload.ts";

/** How sequences of entropy-bounded decoding grow: as many iterations as the law needs. */
export const workload: Workload<PolicySequenceTask, PolicySequence> = {
  name: "policy-entropy-bounded",
  title: "one sequence of a Potts chain, K = 4, J = 2, entropy-bounded by 1 nat",
  question: policySequences,
  size: { label: "length L", growth: "power", values: [2 ** 4, 2 ** 6, 2 ** 8] },
  work: { unit: "tokens", amount: (length) => length },
  input: (length) => ({
    law: { length, states: 4, coupling: 2 },
    policy: { policy: "entropy-bounded", gamma: 1 },
    streams: streamFamily({ seed: 1, cell: `potts-chain:length=${length}`, purpose: "policy" }),
  }),
  tolerance: { because: "tokens and evaluations are integers" },
  costLaws: [{ engine: "any predictor", from: 2 ** 4, atMost: 2.1 }],
};
