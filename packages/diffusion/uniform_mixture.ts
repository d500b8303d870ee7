import { withChangedRows } from "./changed_rows.ts";
import type { MaskPredictor } from "./mask_predictor.ts";

/**
 * A predictor mixed with the uniform law: one that guesses blindly a share of the time.
 *
 *     phat_i(y) = (1 - share) p_i(y) + share / K
 *
 * The given predictor at share 0, the uniform law at share 1. It excludes nothing at a positive
 * share, so its training error is finite: at most `ln(1 / (1 - share))` a token beside the exact
 * predictor. O(K) a row.
 *
 * @param predictor The predictor to depart from
 * @param options `share` of the uniform law, in `[0, 1]`
 * @returns The mixed predictor
 * @throws {RangeError} On a share outside `[0, 1]`
 */
export function uniformMixture(
  predictor: MaskPredictor,
  { share }: { share: number },
): MaskPredictor {
  if (!(share >= 0 && share <= 1)) {
    throw new RangeError(`Cannot mix a predictor: share must be from 0 to 1, got ${share}`);
  }
  const uniform = share / predictor.vocabularySize;
  return withChangedRows(predictor, (row) => {
    for (let y = 0; y < row.length; y++) row[y] = (1 - share) * row[y]! + uniform;
  });
}
