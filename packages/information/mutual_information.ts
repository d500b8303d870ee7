import type { EntropyFunction } from "./source.ts";

/**
 * Mutual information of two groups of tokens, given a third.
 *
 *     I(X_A; X_B | X_C) = H(X_{A+C}) + H(X_{B+C}) - H(X_{A+B+C}) - H(X_C)
 *
 * Zero exactly when the groups are independent given `C`. Four subset entropies; as a difference
 * of entropies it carries their rounding, about 1e-15 of `H(X_{A+B+C})`.
 *
 * @param source Law over sequences
 * @param groups `between`: the groups `A` and `B`; `given`: the group `C`, empty by default.
 *   Positions in any order; groups may overlap (then `I(A; A) = H(A)` holds)
 * @returns Information in nats, at least 0
 * @throws {RangeError} On a position that the sequence does not have
 * @example
 * ```ts
 * import { JointTable, mutualInformation } from "@unmask/information";
 * import assert from "node:assert/strict";
 *
 * // Parity of two fair bits: x_3 = x_1 xor x_2.
 * const parity = JointTable.fromWeights([1, 0, 0, 1, 0, 1, 1, 0], {
 *   length: 3,
 *   vocabularySize: 2,
 * });
 * assert.equal(mutualInformation(parity, { between: [[0], [1]] }), 0);
 * assert.equal(mutualInformation(parity, { between: [[0], [1]], given: [2] }), Math.LN2);
 * ```
 */
export function mutualInformation(
  source: EntropyFunction,
  groups: { between: readonly [readonly number[], readonly number[]]; given?: readonly number[] },
): number {
  const [first, second] = groups.between;
  const given = groups.given ?? [];
  const information = source.subsetEntropy(union(first, given)) +
    source.subsetEntropy(union(second, given)) -
    source.subsetEntropy(union(union(first, second), given)) -
    source.subsetEntropy(union(given, []));
  return Math.max(0, information);
}

function union(a: readonly number[], b: readonly number[]): number[] {
  return [...new Set([...a, ...b])];
}
