import type { UnmaskingPolicy } from "../unmasking_policy.ts";
import { AT_THRESHOLD } from "./ranked_candidates.ts";
import { surestFirst } from "./surest_first.ts";
import { negativeEntropy } from "./token_score.ts";

/**
 * Entropy-bounded unmasking: the largest set, from the least entropy up, whose joint error is bounded.
 *
 *     D = the most positions in ascending entropy with  sum_{i in D} H_i - max_{i in D} H_i <= gamma
 *
 * The bound: with the exact predictor the total correlation of a set is at most the left-hand side, so
 * an iteration costs at most gamma. One token always fits; gamma 0 reveals one uncertain token at a
 * time with all certain ones, and is exact.
 *
 * @param gamma In nats, at least 0
 * @returns The policy
 * @throws {RangeError} On gamma out of range
 * @see arXiv 2505.24857
 */
export function entropyBounded(gamma: number): UnmaskingPolicy {
  if (!(gamma >= 0 && gamma < Infinity)) {
    throw new RangeError(
      `Cannot bound entropies: gamma must be finite and at least 0, got ${gamma}`,
    );
  }
  return surestFirst(`entropy-bounded:gamma=${gamma}`, {
    score: negativeEntropy,
    count({ scores }): number {
      // A sum without its largest term does not fall as terms are added, whatever their order.
      let others = 0;
      let largest = 0;
      for (let n = 0; n < scores.length; n++) {
        const entropy = -scores[n]!;
        others += Math.min(entropy, largest);
        largest = Math.max(entropy, largest);
        if (others > gamma * AT_THRESHOLD) return n;
      }
      return scores.length;
    },
  });
}
