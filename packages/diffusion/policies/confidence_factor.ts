import type { UnmaskingPolicy } from "../unmasking_policy.ts";
import { AT_THRESHOLD } from "./ranked_candidates.ts";
import { surestFirst } from "./surest_first.ts";
import { confidence } from "./token_score.ts";

/**
 * The factor rule of Fast-dLLM: more tokens at once the surer the least sure of them is.
 *
 *     n = the largest with (n + 1) (1 - c_n) < factor,   c_1 >= c_2 >= .. the largest probabilities;   at least 1
 *
 * The rule behind it: `n` tokens of confidence above `1 - e` are drawn jointly right where
 * `(n + 1) e <= 1`.
 *
 * @param factor Positive and finite
 * @returns The policy
 * @throws {RangeError} On a factor out of range
 * @see Fast-dLLM, arXiv 2505.22618, Theorem 1
 */
export function confidenceFactor(factor: number): UnmaskingPolicy {
  if (!(factor > 0 && factor < Infinity)) {
    throw new RangeError(
      `Cannot decode by confidence: factor must be positive and finite, got ${factor}`,
    );
  }
  return surestFirst(`confidence-factor:factor=${factor}`, {
    score: confidence,
    count({ scores }): number {
      // The largest such n, though smaller ones may fail: (n + 1) (1 - c_n) grows with n.
      const last = scores.findLastIndex((score, i) =>
        (i + 2) * (1 - score) * AT_THRESHOLD < factor
      );
      return Math.max(1, last + 1);
    },
  });
}
