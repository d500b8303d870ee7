import {
  type PolicyErrorsAnswer,
  policyErrorsOf,
  type PolicyErrorsTask,
} from "../questions/policy_errors.ts";
import type { Workload } from "../workload.ts";

const chain = { states: 3, coupling: 1 };

/** Errors of a policy by enumeration where sets depend on the tokens revealed before. */
export const workload: Workload<PolicyErrorsTask, PolicyErrorsAnswer> = {
  name: "policy-errors-confidence",
  title: "errors of the 2 most confident positions on a Potts chain, K = 3, J = 1",
  question: policyErrorsOf,
  size: { label: "length L", growth: "exponential", values: [5, 6, 7], fullValues: [4] },
  work: { unit: "sequences", amount: (length) => chain.states ** length },
  input: (length) => ({
    law: { length, ...chain },
    policy: { policy: "top", score: "confidence", count: 2 },
  }),
  tolerance: { relative: 1e-11, because: "logarithms of thousands of products cancel two digits" },
};
