import { compensatedSum } from "@unmask/information";
import type { PottsOptions } from "@unmask/potts";
import { pottsEntropy } from "../naive/potts_thermodynamics.ts";
import { informationCurve } from "../questions/information_curve.ts";
import type { Workload } from "../workload.ts";

/** What enumeration costs, and what the closed form saves. */
export const workload: Workload<PottsOptions, ArrayLike<number>> = {
  name: "curve-enumerated",
  title: "information curve of a Potts chain, K = 3, J = 1",
  question: informationCurve,
  size: { label: "length L", growth: "exponential", values: [4, 6, 8], fullValues: [10] },
  work: { unit: "curve values", amount: (length) => length },
  input: (length) => ({ length, states: 3, coupling: 1 }),
  tolerance: {
    relative: 1e-12,
    absolute: 1e-13,
    because:
      "values are promised to 1e-12; enumeration subtracts entropies near 10, known to 1e-15",
  },
  theory: {
    from: "the partition function",
    read: (curve) => [curve[0]!, compensatedSum(Float64Array.from(curve))],
    says: (options) => [Math.log(options.states), pottsEntropy(options)],
  },
};
