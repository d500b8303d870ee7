import { pathError } from "@unmask/convergence";
import { pottsChain } from "@unmask/potts";
import { uniform } from "@unmask/schedules";
import {
  type PolicyErrorsAnswer,
  policyErrorsOf,
  type PolicyErrorsTask,
} from "../questions/policy_errors.ts";
import type { Workload } from "../workload.ts";

const chain = { states: 3, coupling: 1 };
const sizesOf = (length: number): readonly number[] => uniform.sizes({ length, steps: 3 });

/** Errors of a policy by enumeration where every set is as likely as another. */
export const workload: Workload<PolicyErrorsTask, PolicyErrorsAnswer> = {
  name: "policy-errors-random",
  title: "errors of random positions on a Potts chain, K = 3, J = 1, 3 balanced steps",
  question: policyErrorsOf,
  size: { label: "length L", growth: "exponential", values: [4, 6, 8], fullValues: [5, 7] },
  work: { unit: "sequences", amount: (length) => chain.states ** length },
  input: (length) => ({
    law: { length, ...chain },
    policy: { policy: "random", sizes: sizesOf(length) },
  }),
  tolerance: { relative: 1e-11, because: "logarithms of thousands of products cancel two digits" },
  theory: {
    from: "the exact curve",
    read: ({ pathError, evaluations }) => [pathError ?? NaN, evaluations],
    says: ({ law }) => [
      pathError(
        pottsChain(law).informationCurve(),
        uniform.sizes({ length: law.length, steps: 3 }),
      ),
      3,
    ],
  },
};
