import { exactPredictor, policyErrors } from "@unmask/diffusion";
import { pottsChain } from "@unmask/potts";
import { buildPolicy } from "@unmask/testing";
import type { Engine } from "../../engine.ts";
import {
  type PolicyErrorsAnswer,
  policyErrorsOf,
  type PolicyErrorsTask,
} from "../../questions/policy_errors.ts";

/** Masses moved from state to state, an iteration at a time. */
export const engine: Engine<PolicyErrorsTask, PolicyErrorsAnswer> = {
  name: "state by state",
  kind: "fast",
  question: policyErrorsOf,
  handles: () => true,
  prepare: ({ law, policy }) => {
    const source = pottsChain(law);
    const predictor = exactPredictor(source);
    const built = buildPolicy(policy);
    return () => policyErrors(source, { predictor, policy: built });
  },
};
