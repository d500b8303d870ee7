import type { InformationCurve } from "@unmask/information";
import { pottsChain } from "@unmask/potts";
import { stepsFrontier } from "../questions/steps_frontier.ts";
import type { Workload } from "../workload.ts";

/** The frontier beside brute force over every schedule. */
export const workload: Workload<InformationCurve, ArrayLike<number>> = {
  name: "frontier-enumerated",
  title: "least error in 1 to L steps of a Potts chain, K = 4, J = 2",
  question: stepsFrontier,
  size: { label: "length L", growth: "exponential", values: [8, 11, 14], fullValues: [10, 12] },
  work: { unit: "steps", amount: (length) => length },
  input: (length) => pottsChain({ length, states: 4, coupling: 2 }).informationCurve(),
  tolerance: {
    relative: 1e-12,
    absolute: 1e-13,
    because: "14 terms of at most 20 nats; the error is 0 in as many steps as tokens",
  },
};
