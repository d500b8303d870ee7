import { everyPosition, everyPositionBut } from "./every_position.ts";
import type { EntropyFunction } from "./source.ts";

/**
 * Dual total correlation of the tokens of `source`: the information that two or more tokens share.
 *
 *     DTC(X) = H(X) - sum_i H(X_i | X_{-i})
 *
 * Zero exactly for independent tokens; `ln K` for two or more copies of one uniform token,
 * `(L - 1) ln K` for parity. `L + 1` subset entropies, with the rounding of their difference.
 *
 * @param source Law over sequences of `length` tokens
 * @returns DTC in nats, in `[0, (length - 1) ln K]`
 * @see T. S. Han, "Nonnegative entropy measures of multivariate symmetric correlations", 1978
 */
export function dualTotalCorrelation(source: EntropyFunction): number {
  const all = everyPosition(source.length);
  const joint = source.subsetEntropy(all);
  let sum = joint;
  for (const i of all) sum -= joint - source.subsetEntropy(everyPositionBut(source.length, i));
  return Math.max(0, sum);
}
