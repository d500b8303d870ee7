import type { SequenceSpace } from "@unmask/information";
import type { UnmaskingView } from "../unmasking_policy.ts";
import type { TokenScore } from "./token_score.ts";

/**
 * Scores are ranked in steps of 2^-40, so that rounding does not break ties between predictions that
 * are equal: two orders above the rounding of a row of a thousand probabilities. What a rule sums or
 * holds against a threshold are the scores themselves: entropies far below a step still add up.
 */
const STEP = 2 ** -40;

/**
 * How much nearer than a threshold counts as at it, relative: a number that attains it exactly, but for
 * rounding, must not fall to either side. A threshold of 0 stays one.
 */
export const AT_THRESHOLD = 1 + STEP;

/** Candidates by their scores, the surest first. */
export interface RankedCandidates {
  /** Positions, the surest first; ties from left to right. */
  readonly positions: Int32Array;
  /** Their scores, in the same order: none larger than the one before by more than rounding. */
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
  const ranks = scores.map((value) => Math.round(value / STEP));
  // The order given is from left to right, and a sort keeps it among equal ranks.
  const rows = Array.from(candidates.keys()).sort((a, b) => ranks[b]! - ranks[a]!);
  return {
    positions: Int32Array.from(rows, (row) => candidates[row]!),
    scores: Float64Array.from(rows, (row) => scores[row]!),
  };
}
