import { exactPredictor, unmaskByPolicy } from "@unmask/diffusion";
import { pottsChain } from "@unmask/potts";
import { buildPolicy } from "@unmask/testing";
import type { Engine } from "../../engine.ts";
import {
  type PolicySequence,
  policySequences,
  type PolicySequenceTask,
} from "../../questions/policy_sequences.ts";

/** The sampler of any policy and any predictor, with that of the chain. */
export const engine: Engine<PolicySequenceTask, PolicySequence> = {
  name: "any predictor",
  kind: "fast",
  question: policySequences,
  handles: () => true,
  prepare: ({ law, policy, streams }) => {
    const predictor = exactPredictor(pottsChain(law));
    const built = buildPolicy(policy);
    return () => unmaskByPolicy(predictor, { policy: built, stream: streams.at(0) });
  },
};
