import type { UnmaskingPolicy } from "../unmasking_policy.ts";
import { surestFirst } from "./surest_first.ts";
import { confidence } from "./token_score.ts";

/**
 * Every token whose largest probability reaches a threshold, and the surest one in any case.
 *
 *     D = {i masked: max_y phat_i(y) >= threshold}, or the surest position where there is none
 *
 * @param threshold In (0, 1]; 1 waits for tokens that are certain
 * @returns The policy
 * @throws {RangeError} On a threshold out of range
 * @see Fast-dLLM, arXiv 2505.22618
 */
export function confidenceThreshold(threshold: number): UnmaskingPolicy {
  if (!(threshold > 0 && threshold <= 1)) {
    throw new RangeError(
      `Cannot decode by confidence: threshold must be above 0 and at most 1, got ${threshold}`,
    );
  }
  return surestFirst(`confidence-threshold:threshold=${threshold}`, {
    score: confidence,
    count: ({ scores }) => Math.max(1, firstBelow(scores, threshold)),
  });
}

/** How many of the falling scores reach a threshold. */
function firstBelow(scores: Float64Array, threshold: number): number {
  const first = scores.findIndex((score) => score < threshold);
  return first === -1 ? scores.length : first;
}
