import { exactPredictor } from "@unmask/diffusion";
import { JointTable } from "@unmask/information";
import { buildPolicy, naivePolicyErrors } from "@unmask/testing";
import type { Engine } from "../../engine.ts";
import { denseLaw } from "../../naive/dense_law.ts";
import { pottsMasses } from "../../naive/potts_masses.ts";
import {
  type PolicyErrorsAnswer,
  policyErrorsOf,
  type PolicyErrorsTask,
} from "../../questions/policy_errors.ts";

/** Longest sequence, with random sets and with sure ones: a tenth of a second. */
const LENGTHS = { random: 6, sure: 7 };

/** Every set and every value, states and sequences by their text, rows from all sequences. */
export const engine: Engine<PolicyErrorsTask, PolicyErrorsAnswer> = {
  name: "definition",
  kind: "naive",
  question: policyErrorsOf,
  handles: ({ law, policy }) =>
    law.length <= LENGTHS[policy.policy === "random" ? "random" : "sure"],
  prepare: ({ law, policy }) => {
    const masses = pottsMasses(law);
    const shape = { length: law.length, vocabularySize: law.states };
    const predictor = exactPredictor(JointTable.fromWeights(masses, shape));
    const built = buildPolicy(policy);
    return () => naivePolicyErrors(denseLaw(masses, shape), { predictor, policy: built });
  },
};
