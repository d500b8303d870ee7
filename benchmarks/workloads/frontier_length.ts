import type { InformationCurve } from "@unmask/information";
import { pottsChain } from "@unmask/potts";
import { dualOptimum } from "../naive/dual_optimum.ts";
import { stepsFrontier } from "../questions/steps_frontier.ts";
import type { Workload } from "../workload.ts";

/** The numbers of steps that the dual is asked for. */
const asked = (length: number): number[] => [1, 2, Math.sqrt(length), length / 4, length / 2];

/** How the whole frontier grows with the length. */
export const workload: Workload<InformationCurve, ArrayLike<number>> = {
  name: "frontier-length",
  title: "least error in 1 to L steps of a Potts chain, K = 4, J = 2",
  question: stepsFrontier,
  size: {
    label: "length L",
    growth: "power",
    values: [2 ** 6, 2 ** 8, 2 ** 10],
    fullValues: [2 ** 12],
  },
  work: { unit: "steps", amount: (length) => length },
  input: (length) => pottsChain({ length, states: 4, coupling: 2 }).informationCurve(),
  tolerance: {
    relative: 1e-9,
    absolute: 1e-9,
    because: "staircase and dual cancel sums as large as the entropy, up to 4000 nats",
  },
  costLaws: [
    { engine: "layers", from: 2 ** 6, atMost: 2.2 },
    { engine: "corners", from: 2 ** 6, atMost: 2.2 },
  ],
  theory: {
    from: "the Lagrangian dual",
    read: (errors) => asked(errors.length).map((steps) => errors[steps - 1]!),
    says: ({ length, tokenMutualInformation }) =>
      asked(length).map((steps) => dualOptimum(tokenMutualInformation, steps)),
  },
};
