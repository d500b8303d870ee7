import { MASK } from "@unmask/information";
import { LOG_TOLERANCE, type PredictorQuestion } from "./predictor_protocol.ts";
import type { ScoredModel, ScoreRequest } from "./scored_model.ts";

/** Positions that the check asks for in each state. */
const CHECKED = 4;

/** A model that gives whole rows too. */
export interface RowModel extends ScoredModel {
  /**
   * Whole rows of log-probabilities.
   *
   * @param questions States and masked positions
   * @returns Row-major, `vocabularySize` numbers for each position
   */
  rows(questions: readonly PredictorQuestion[]): Promise<Float64Array>;
}

/**
 * Checks a model on two states, one with nothing revealed: its rows are asked for, and then the
 * log-probabilities of some tokens, the states in the other order, and must agree within 1e-3.
 *
 * A model that fills the positions of a request one after another predicts the second of two
 * neighbours differently when it is told the first one's token: that is a serial sampler, which has
 * no error to measure, and it is refused here.
 *
 * @param model The model
 * @throws {RangeError} When the two disagree, or rows do not sum to 1; the message is the rule
 */
export async function checkPredictor(model: RowModel): Promise<void> {
  const { vocabularySize } = model;
  const states = checkedStates(model);
  const rows = await model.rows(states);
  const turned = states.toReversed();
  const scores = await model.logProbabilities(turned);
  let score = 0;
  let row = rows.length / vocabularySize;
  for (const { positions, tokens } of turned) {
    row -= positions.length;
    for (let i = 0; i < positions.length; i++, score++) {
      const expected = rows[(row + i) * vocabularySize + tokens[i]!]!;
      if (Math.abs(scores[score]! - expected) <= LOG_TOLERANCE) continue;
      throw new RangeError(
        `logProbabilities must be entries of the rows within ${LOG_TOLERANCE}, got ${
          scores[score]
        } for token ${tokens[i]} at position ${positions[i]}, whose row has ${expected}`,
      );
    }
  }
}

/** Nothing revealed, and every other token of the second half revealed. */
function checkedStates({ length, vocabularySize }: ScoredModel): ScoreRequest[] {
  const nothing = new Int32Array(length).fill(MASK);
  const some = nothing.map((_, i) => 2 * i >= length && i % 2 === 0 ? i % vocabularySize : MASK);
  return [nothing, some].map((state) => {
    const masked = [...state.keys()].filter((i) => state[i] === MASK).slice(0, CHECKED);
    return {
      state,
      positions: Int32Array.from(masked),
      // Runs of one token, and then others: tokens that depend on each other show it.
      tokens: Int32Array.from(masked, (_, i) => (i >> 1) % vocabularySize),
    };
  });
}
