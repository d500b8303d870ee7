import { onlyRule, type Proposal, type UnmaskingPolicy } from "../unmasking_policy.ts";
import { AT_THRESHOLD, rankedCandidates } from "./ranked_candidates.ts";
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
  // By what is missing to certainty, so that a threshold of 1 lets nothing but certainty pass.
  const most = (1 - threshold) * AT_THRESHOLD;
  return {
    name: `confidence-threshold:threshold=${threshold}`,
    rules: ({ vocabularySize }) =>
      onlyRule({
        readsPredictions: true,
        propose(view): Proposal {
          const { positions, scores } = rankedCandidates(view, {
            score: confidence,
            vocabularySize,
          });
          const sure = positions.filter((_, n) => 1 - scores[n]! <= most);
          const candidates = sure.length > 0 ? sure : positions.subarray(0, 1);
          return { candidates, size: candidates.length };
        },
      }),
  };
}
