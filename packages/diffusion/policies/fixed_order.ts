import {
  onlyRule,
  type Proposal,
  type UnmaskingPolicy,
  type WeightedRule,
} from "../unmasking_policy.ts";
import { checkUnmaskingOrder, type UnmaskingOrder } from "../unmasking_order.ts";

/**
 * Positions known beforehand: the sets of an unmasking order, whatever the tokens are.
 *
 * @param name Its name
 * @param order The order for sequences of a length
 * @returns The policy
 */
export function fixedOrder(
  name: string,
  order: (length: number) => UnmaskingOrder,
): UnmaskingPolicy {
  return {
    name,
    rules({ length }): readonly WeightedRule[] {
      const sets = order(length);
      checkUnmaskingOrder(sets, length);
      return onlyRule({
        iterations: sets.length,
        readsPredictions: false,
        propose({ iteration }): Proposal {
          const candidates = sets[iteration]!;
          return { candidates, size: candidates.length };
        },
      });
    },
  };
}
