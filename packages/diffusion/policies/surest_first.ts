import type { SequenceSpace } from "@unmask/information";
import {
  onlyRule,
  type Proposal,
  type UnmaskingPolicy,
  type UnmaskingRule,
  type UnmaskingView,
  type WeightedRule,
} from "../unmasking_policy.ts";
import { type RankedCandidates, rankedCandidates } from "./ranked_candidates.ts";
import { leftToRight, type TieOrder } from "./tie_order.ts";
import type { TokenScore } from "./token_score.ts";

/**
 * A policy that reveals the surest tokens of every iteration, as many as it finds fit.
 *
 * @param name Its name
 * @param options `score` to rank by; `ties` among equally sure ones, from left to right by
 *   default; `count`, how many of the ranked candidates to reveal in an
 *   iteration, of which at least one is; `iterations`, its clock where it has one
 * @returns The policy
 */
export function surestFirst(
  name: string,
  options: {
    score: TokenScore;
    ties?: TieOrder;
    count: (ranked: RankedCandidates, view: UnmaskingView) => number;
    iterations?: (space: SequenceSpace) => number;
  },
): UnmaskingPolicy {
  const { score, ties = leftToRight, count, iterations } = options;
  return {
    name,
    rules(space): readonly WeightedRule[] {
      const rule: UnmaskingRule = {
        ...(iterations && { iterations: iterations(space) }),
        readsPredictions: true,
        propose(view): Proposal {
          const ranked = rankedCandidates(view, {
            score,
            ties,
            vocabularySize: space.vocabularySize,
          });
          const revealed = ranked.positions.subarray(0, count(ranked, view));
          return { candidates: revealed, size: revealed.length };
        },
      };
      return onlyRule(rule);
    },
  };
}
