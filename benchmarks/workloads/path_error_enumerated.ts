import { pottsChain } from "@unmask/potts";
import { uniform } from "@unmask/schedules";
import { pathErrorOfSchedule, type PathErrorTask } from "../questions/path_error.ts";
import type { Workload } from "../workload.ts";

/** What the definition of the path error costs, over all unmasking orders. */
export const workload: Workload<PathErrorTask, number> = {
  name: "path-error-enumerated",
  title: "path error of a Potts chain, K = 2, J = 1, 3 balanced steps",
  question: pathErrorOfSchedule,
  size: { label: "length L", growth: "exponential", values: [4, 5, 6] },
  work: { unit: "tokens", amount: (length) => length },
  input: (length) => {
    const law = { length, states: 2, coupling: 1 };
    return {
      curve: pottsChain(law).informationCurve(),
      sizes: uniform.sizes({ length, steps: 3 }),
      law,
    };
  },
  tolerance: { relative: 1e-12, because: "a few hundred terms, each rounded to 1e-16" },
};
