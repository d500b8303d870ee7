import { type ConditionalLaw, MASK, type SequenceSpace } from "@unmask/information";

/**
 * A mask predictor: for a partially revealed sequence, a law for each masked token.
 *
 * One call is one model evaluation: it sees one state and answers for all positions asked for, so
 * the tokens of an iteration are predicted from the state before the iteration, never from each
 * other.
 */
export interface MaskPredictor extends SequenceSpace {
  /**
   * Writes `phat_i(. | x_W)` for each position into a row of `out`.
   *
   * @param state `length` tokens, `MASK` where not revealed
   * @param positions Masked positions `i`
   * @param out Row-major, `positions.length` rows of `vocabularySize` probabilities that sum to 1
   */
  predict(state: Int32Array, positions: Int32Array, out: Float64Array): void;
}

/**
 * The exact mask predictor of a law, `phat_i = p*_i(. | x_W)`.
 *
 * A parallel sampler reaches states that the law gives probability 0 (two copies that disagree).
 * Any version of the conditional law is right there; this one is the law of the token when nothing
 * is revealed. No path that starts from a sequence of the law visits such a state, so no path error
 * depends on the choice; endpoint errors do not either, since what follows stays off the support.
 *
 * @param law A law that knows its conditionals
 * @returns Its predictor, at the cost of the law's `conditionals`
 */
export function exactPredictor(law: ConditionalLaw): MaskPredictor {
  const { length, vocabularySize } = law;
  const nothing = new Int32Array(length).fill(MASK);
  const fallback = new Float64Array(vocabularySize);
  return {
    length,
    vocabularySize,
    predict(state: Int32Array, positions: Int32Array, out: Float64Array): void {
      if (law.conditionals(state, positions, out) === 0) return;
      for (let row = 0; row < positions.length; row++) {
        const from = row * vocabularySize;
        if (!Number.isNaN(out[from]!)) continue;
        law.conditionals(nothing, positions.subarray(row, row + 1), fallback);
        out.set(fallback, from);
      }
    },
  };
}

/**
 * Checks that a predictor and the law it is held against are of the same space. O(1).
 *
 * @param predictor The mask predictor
 * @param law The law
 * @throws {RangeError} When their lengths or vocabularies differ
 */
export function checkSameSpace(predictor: SequenceSpace, law: SequenceSpace): void {
  if (predictor.length !== law.length || predictor.vocabularySize !== law.vocabularySize) {
    throw new RangeError(
      `Cannot hold a predictor against a law: length and vocabulary must be ${law.length} and ${law.vocabularySize}, got ${predictor.length} and ${predictor.vocabularySize}`,
    );
  }
}
