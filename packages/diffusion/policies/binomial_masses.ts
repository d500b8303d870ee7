/**
 * The binomial law of how many of `count` things happen, each by itself with the same probability.
 *
 *     b(k) = C(n, k) p^k (1 - p)^(n - k)
 *
 * From its mode outwards by ratios of neighbours, so that no power leaves the range of doubles: a few
 * roundings a term relative, terms below 1e-308 are 0. O(n) time and memory.
 *
 * @param count How many things, `n`
 * @param probability Of each, `p` in [0, 1]
 * @returns The masses of `0 .. n`, which sum to 1
 */
export function binomialMasses(count: number, probability: number): Float64Array {
  const masses = new Float64Array(count + 1);
  if (probability === 0 || probability === 1) {
    masses[probability === 0 ? 0 : count] = 1;
    return masses;
  }
  const mode = Math.min(count, Math.floor((count + 1) * probability));
  const odds = probability / (1 - probability);
  masses[mode] = 1;
  let total = 1;
  for (let k = mode; k < count; k++) {
    total += masses[k + 1] = masses[k]! * odds * (count - k) / (k + 1);
  }
  for (let k = mode; k > 0; k--) {
    total += masses[k - 1] = masses[k]! / odds * k / (count - k + 1);
  }
  for (let k = 0; k <= count; k++) masses[k]! /= total;
  return masses;
}
