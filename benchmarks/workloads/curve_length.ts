import { compensatedSum } from "@unmask/information";
import type { PottsOptions } from "@unmask/potts";
import { pottsEntropy } from "../naive/potts_thermodynamics.ts";
import { informationCurve } from "../questions/information_curve.ts";
import type { Workload } from "../workload.ts";

/** How the closed form grows with the length of the chain. */
export const workload: Workload<PottsOptions, ArrayLike<number>> = {
  name: "curve-length",
  title: "information curve of a Potts chain, K = 4, J = 2",
  question: informationCurve,
  size: {
    label: "length L",
    growth: "power",
    values: [2 ** 8, 2 ** 12, 2 ** 16, 2 ** 20],
    fullValues: [2 ** 10, 2 ** 14, 2 ** 18],
  },
  work: { unit: "curve values", amount: (length) => length },
  input: (length) => ({ length, states: 4, coupling: 2 }),
  tolerance: { relative: 1e-12, because: "values are promised to 1e-12" },
  costLaws: [{ engine: "closed form", from: 2 ** 12, atMost: 1.15 }],
  theory: {
    from: "the partition function",
    read: (curve) => [curve[0]!, compensatedSum(Float64Array.from(curve))],
    says: (options) => [Math.log(options.states), pottsEntropy(options)],
  },
};
