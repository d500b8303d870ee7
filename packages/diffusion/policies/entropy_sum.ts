import type { UnmaskingPolicy } from "../unmasking_policy.ts";
import { AT_THRESHOLD } from "./ranked_candidates.ts";
import { surestFirst } from "./surest_first.ts";
import { negativeEntropy } from "./token_score.ts";

/**
 * As many tokens, from the least entropy up, as their entropies sum to a threshold.
 *
 *     D = the most positions in ascending entropy with  sum_{i in D} H_i <= threshold;   at least one
 *
 * The rule of that name as its name and summary state it; the paper's variants were not read.
 *
 * @param threshold In nats, at least 0
 * @returns The policy
 * @throws {RangeError} On a threshold out of range
 * @see arXiv 2603.22248
 */
export function entropySum(threshold: number): UnmaskingPolicy {
  if (!(threshold >= 0 && threshold < Infinity)) {
    throw new RangeError(
      `Cannot bound entropies: threshold must be finite and at least 0, got ${threshold}`,
    );
  }
  return surestFirst(`entropy-sum:threshold=${threshold}`, {
    score: negativeEntropy,
    count({ scores }): number {
      let sum = 0;
      const over = scores.findIndex((score) => (sum -= score) > threshold * AT_THRESHOLD);
      return Math.max(1, over === -1 ? scores.length : over);
    },
  });
}
