import type { EntropyFunction } from "./source.ts";

/**
 * Total correlation of the tokens of `source`: the divergence of the law from the product of its
 * marginals, which is the sampling error of a single parallel iteration.
 *
 *     TC(X) = sum_i H(X_i) - H(X)
 *
 * Zero exactly for independent tokens; `(L - 1) ln K` for `L` copies of one uniform token; `ln K`
 * for parity. `L + 1` subset entropies.
 *
 * @param source Law over sequences of `length` tokens
 * @returns TC in nats, in `[0, (length - 1) ln K]`
 * @see Watanabe 1960
 */
export function totalCorrelation(source: EntropyFunction): number {
  let sum = -source.subsetEntropy(everyPosition(source));
  for (let i = 0; i < source.length; i++) sum += source.subsetEntropy([i]);
  return Math.max(0, sum);
}

/**
 * Dual total correlation of the tokens of `source`.
 *
 *     DTC(X) = H(X) - sum_i H(X_i | X_{-i})
 *
 * Zero exactly for independent tokens; `ln K` for any number of copies of one uniform token,
 * `(L - 1) ln K` for parity. `L + 1` subset entropies.
 *
 * @param source Law over sequences of `length` tokens
 * @returns DTC in nats, in `[0, (length - 1) ln K]`
 * @see Han 1978
 */
export function dualTotalCorrelation(source: EntropyFunction): number {
  const all = everyPosition(source);
  const joint = source.subsetEntropy(all);
  let sum = joint;
  for (const i of all) sum -= joint - source.subsetEntropy(all.filter((j) => j !== i));
  return Math.max(0, sum);
}

/**
 * Total token mutual information of `source`, the sum in the convergence theorems.
 *
 *     MI(X) = sum_i I(X_i; X_{-i}) = TC(X) + DTC(X)
 *
 * Zero exactly for independent tokens; `L ln K` both for copies and for parity.
 * `2 L + 1` subset entropies.
 *
 * @param source Law over sequences of `length` tokens
 * @returns MI in nats, in `[0, length ln K]`
 * @see arXiv 2505.21400, Theorem 1
 */
export function totalTokenMutualInformation(source: EntropyFunction): number {
  const all = everyPosition(source);
  const joint = source.subsetEntropy(all);
  let sum = 0;
  for (const i of all) {
    const rest = source.subsetEntropy(all.filter((j) => j !== i));
    sum += Math.max(0, source.subsetEntropy([i]) + rest - joint);
  }
  return sum;
}

function everyPosition(source: EntropyFunction): number[] {
  return Array.from({ length: source.length }, (_, i) => i);
}
