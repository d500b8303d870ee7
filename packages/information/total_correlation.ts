import { everyPosition } from "./every_position.ts";
import type { EntropyFunction } from "./source.ts";

/**
 * Total correlation of the tokens of `source`: the divergence of the law from the product of its
 * marginals, which is the sampling error of a single parallel iteration.
 *
 *     TC(X) = sum_i H(X_i) - H(X)
 *
 * Zero exactly for independent tokens; `(L - 1) ln K` for `L` copies of one uniform token; `ln K`
 * for parity. `L + 1` subset entropies, with the rounding of their difference.
 *
 * @param source Law over sequences of `length` tokens
 * @returns TC in nats, in `[0, (length - 1) ln K]`
 * @see S. Watanabe, "Information theoretical analysis of multivariate correlation", 1960
 */
export function totalCorrelation(source: EntropyFunction): number {
  const all = everyPosition(source.length);
  let sum = -source.subsetEntropy(all);
  for (const i of all) sum += source.subsetEntropy([i]);
  return Math.max(0, sum);
}
