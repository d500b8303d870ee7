import type { SequenceSpace } from "@unmask/information";
import type { UnmaskingView } from "../unmasking_policy.ts";
import type { TokenScore } from "./token_score.ts";

/** Candidates by their scores, the surest first. */
export interface RankedCandidates {
  /** Positions, the surest first; ties from left to right. */
  readonly positions: Int32Array;
  /** Their scores, in the same order, so none larger than the one before. */
  readonly scores: Float64Array;
}

/**
 * Ranks the candidates of an iteration by how sure the predictor is of them.
 *
 * O(m K + m log m) for `m` candidates.
 *
 * @param view What a rule is shown
 * @param options `score` to rank by, `vocabularySize` of the rows
 * @returns All candidates, ranked
 */
export function rankedCandidates(
  view: UnmaskingView,
  options: { score: TokenScore } & Pick<SequenceSpace, "vocabularySize">,
): RankedCandidates {
  const { candidates, predictions } = view;
  const { score, vocabularySize } = options;
  const scores = Float64Array.from(
    candidates,
    (_, row) => score.of(predictions.subarray(row * vocabularySize, (row + 1) * vocabularySize)),
  );
  // The order given is from left to right, and a sort keeps it among equal scores.
  const rows = Array.from(candidates.keys()).sort((a, b) => scores[b]! - scores[a]!);
  return {
    positions: Int32Array.from(rows, (row) => candidates[row]!),
    scores: Float64Array.from(rows, (row) => scores[row]!),
  };
}
