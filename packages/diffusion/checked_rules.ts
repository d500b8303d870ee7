import type { SequenceSpace } from "@unmask/information";
import type { UnmaskingPolicy, WeightedRule } from "./unmasking_policy.ts";

/** How far from 1 probabilities of rules may sum: the rounding of thousands of products. */
const RULE_TOLERANCE = 1e-9;

/**
 * The rules of a policy for sequences of a shape, checked: chances that do not sum to 1 would be drawn
 * from as if they did, and a clock that is no number of iterations would never run out.
 *
 * O(rules).
 *
 * @param policy The policy
 * @param space Length and vocabulary size
 * @returns Its rules
 * @throws {RangeError} Unless the probabilities are non-negative and sum to 1, and every clock is an integer of at
 *   least 0; or as the policy itself
 */
export function checkedRules(
  policy: UnmaskingPolicy,
  space: SequenceSpace,
): readonly WeightedRule[] {
  const rules = policy.rules(space);
  let sum = 0;
  for (const { probability, rule } of rules) {
    sum += probability >= 0 ? probability : NaN;
    const { iterations = 0 } = rule;
    if (!(Number.isSafeInteger(iterations) && iterations >= 0)) {
      throw new RangeError(
        `Cannot follow the policy ${policy.name}: a clock must be an integer of at least 0, got ${iterations}`,
      );
    }
  }
  if (!(Math.abs(sum - 1) <= RULE_TOLERANCE)) {
    throw new RangeError(
      `Cannot follow the policy ${policy.name}: the probabilities of its rules must be non-negative and sum to 1, got a sum of ${sum}`,
    );
  }
  return rules;
}
