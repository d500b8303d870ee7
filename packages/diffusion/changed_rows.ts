import type { MaskPredictor } from "./mask_predictor.ts";
import { isLaw } from "./predicted_rows.ts";

/** What a departure does to the law of one masked token. */
export interface RowChange {
  /**
   * Changes a row in place. It must stay a law.
   *
   * @param row `vocabularySize` probabilities that sum to 1
   * @param at `state`, the partially revealed sequence, and the `position` that the row is for
   */
  (row: Float64Array, at: { state: Int32Array; position: number }): void;
}

/**
 * A predictor whose rows are another's, each changed.
 *
 * A row that is no law is passed on as it is: a departure that rescales would hide the mistake, and
 * whoever evaluates this predictor refuses the row by its own numbers. The same cost as the other,
 * plus that of the change.
 *
 * @param predictor The predictor to depart from
 * @param change What to do to each row that is a law
 * @returns The changed predictor
 */
export function withChangedRows(predictor: MaskPredictor, change: RowChange): MaskPredictor {
  const { length, vocabularySize } = predictor;
  return {
    length,
    vocabularySize,
    predict(state: Int32Array, positions: Int32Array, out: Float64Array): void {
      // A row that the other predictor leaves unfilled must not look like a law.
      out.fill(NaN, 0, positions.length * vocabularySize);
      predictor.predict(state, positions, out);
      for (let i = 0; i < positions.length; i++) {
        const row = out.subarray(i * vocabularySize, (i + 1) * vocabularySize);
        if (isLaw(row)) change(row, { state, position: positions[i]! });
      }
    },
  };
}
