import { pottsChain } from "@unmask/potts";
import { naivePathError } from "@unmask/testing";
import type { PlanProcessAnswer, PlanProcessTask } from "../questions/plan_process.ts";
import type { TheoryValue } from "../workload.ts";
import { dualOptimum } from "./dual_optimum.ts";

/**
 * What theory says of the plan for a chain: its path error is the Lagrangian dual's maximum, and so
 * is that of its sizes, summed anew.
 *
 * @param chain `states` and `coupling`; the length is that of the answer
 * @returns The theory value
 */
export function plannedChain(
  chain: { states: number; coupling: number },
): TheoryValue<PlanProcessTask, PlanProcessAnswer> {
  return {
    from: "the Lagrangian dual",
    read: ({ sizes, pathError }) => {
      const length = sizes.reduce((sum, size) => sum + size, 0);
      const curve = pottsChain({ length, ...chain }).informationCurve();
      return [pathError, naivePathError(curve.conditionalEntropies, sizes)];
    },
    says: ({ chain, steps }) => {
      const { tokenMutualInformation } = pottsChain(chain).informationCurve();
      const least = dualOptimum(tokenMutualInformation, steps);
      return [least, least];
    },
  };
}
