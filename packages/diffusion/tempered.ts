import { withChangedRows } from "./changed_rows.ts";
import type { MaskPredictor } from "./mask_predictor.ts";
import { softmaxRow } from "./softmax_row.ts";

/**
 * A predictor at another temperature.
 *
 *     phat_i(y) = p_i(y)^(1/temperature) / sum_z p_i(z)^(1/temperature)
 *
 * Below 1 it is too sure of itself, above 1 too timid; at 1 it is the given predictor. Also an option
 * of decoders, and one that changes the law: samples of the exact predictor at another temperature
 * follow another law, whatever the schedule. A token of probability 0 keeps it at any temperature.
 * Powers are taken as logarithms, so any row is safe; what falls below about 1e-323 becomes 0.
 * O(K) a row.
 *
 * @param predictor The predictor to depart from
 * @param options `temperature`, above 0
 * @returns The tempered predictor
 * @throws {RangeError} On a temperature that is not a finite number above 0
 */
export function tempered(
  predictor: MaskPredictor,
  { temperature }: { temperature: number },
): MaskPredictor {
  if (!(temperature > 0 && temperature < Infinity)) {
    const advice = temperature === 0
      ? " (temperature 0 is the most likely token alone: a law only where none is as likely; 0.01 is close to it)"
      : "";
    throw new RangeError(
      `Cannot temper a predictor: temperature must be a finite number above 0, got ${temperature}${advice}`,
    );
  }
  // To the last bit: logarithms and back would round.
  if (temperature === 1) return withChangedRows(predictor, () => {});
  return withChangedRows(predictor, (row) => {
    let most = 0;
    for (let y = 0; y < row.length; y++) most = Math.max(most, row[y]!);
    // Against the largest: 0 for it at any temperature, where 1/temperature may overflow.
    for (let y = 0; y < row.length; y++) row[y] = Math.log(row[y]! / most) / temperature;
    softmaxRow(row);
  });
}
