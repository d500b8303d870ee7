import type { SequenceSpace } from "@unmask/information";
import type { UnmaskingView } from "../unmasking_policy.ts";
import { leftToRight, type TieOrder } from "./tie_order.ts";
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
  /** Positions, the surest first; ties as asked for. */
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
 * @param options `score` to rank by, `ties` among equal ones, from left to right by
 *   default, `vocabularySize` of the rows
 * @returns All candidates, ranked
 */
export function rankedCandidates(
  view: UnmaskingView,
  options: { score: TokenScore; ties?: TieOrder } & Pick<SequenceSpace, "vocabularySize">,
): RankedCandidates {
  const { candidates, predictions, state } = view;
  const { score, ties = leftToRight, vocabularySize } = options;
  const scores = Float64Array.from(
    candidates,
    (_, row) => score.of(predictions.subarray(row * vocabularySize, (row + 1) * vocabularySize)),
  );
  const ranks = scores.map((value) => Math.round(value / STEP));
  const places = Float64Array.from(candidates, (i) => ties.place(i, state.length));
  const rows = Array.from(candidates.keys())
    .sort((a, b) => ranks[b]! - ranks[a]! || places[a]! - places[b]!);
  return {
    positions: Int32Array.from(rows, (row) => candidates[row]!),
    scores: Float64Array.from(rows, (row) => scores[row]!),
  };
}
