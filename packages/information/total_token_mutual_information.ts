import { everyPosition, everyPositionBut } from "./every_position.ts";
import type { EntropyFunction } from "./source.ts";

/**
 * Total token mutual information of `source`, the sum in the convergence theorems.
 *
 *     MI(X) = sum_i I(X_i; X_{-i}) = TC(X) + DTC(X)
 *
 * Zero exactly for independent tokens; `L ln K` both for copies and for parity of two or more.
 * `2 L + 1` subset entropies, with the rounding of their differences.
 *
 * @param source Law over sequences of `length` tokens
 * @returns MI in nats, in `[0, length ln K]`
 * @see arXiv 2505.21400, Theorem 1
 */
export function totalTokenMutualInformation(source: EntropyFunction): number {
  const all = everyPosition(source.length);
  const joint = source.subsetEntropy(all);
  let sum = 0;
  for (const i of all) {
    const rest = source.subsetEntropy(everyPositionBut(source.length, i));
    sum += Math.max(0, source.subsetEntropy([i]) + rest - joint);
  }
  return sum;
}
