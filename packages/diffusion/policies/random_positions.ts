import { maskSizes } from "@unmask/schedules";
import { onlyRule, type UnmaskingPolicy, type UnmaskingRule } from "../unmasking_policy.ts";

/**
 * Random positions with fixed sizes: the sampler of the convergence theory.
 *
 *     D_t uniform of size sizes[t] among the masked positions
 *
 * Its path error is linear in the information curve, whatever the law.
 *
 * @param sizes Mask sizes in order of unmasking
 * @returns The policy
 * @see arXiv 2505.21400
 */
export function randomPositions(sizes: readonly number[]): UnmaskingPolicy {
  return {
    name: "random",
    rules: ({ length }) => onlyRule(randomRule(maskSizes(sizes, { length }))),
  };
}

/**
 * The rule of random positions with sizes that are known to fit.
 *
 * @param sizes Mask sizes in order of unmasking
 * @returns The rule
 */
export function randomRule(sizes: readonly number[]): UnmaskingRule {
  return {
    iterations: sizes.length,
    readsPredictions: false,
    propose: ({ iteration, candidates }) => ({ candidates, size: sizes[iteration]! }),
  };
}
