import { wilcoxonRankSum } from "simple-statistics";

/** Largest p-value of a change: five times lie apart from five others by chance in 0.8% of cases. */
export const LARGEST_P = 0.01;

/**
 * The two-sided p-value of the Mann-Whitney U test, exactly and with ties.
 *
 *     U = R - n (n + 1) / 2,      R = sum of the ranks of `a` among all, ties sharing theirs
 *     p = P(|U' - n m / 2| >= |U - n m / 2|),   U' over all C(n + m, n) ways to pick the ranks of `a`
 *
 * `O(n m (n + m)^2)`: nothing for the some dozen processes of a benchmark. Five against five give at
 * least 2/252 = 0.8%.
 *
 * @param a Values of one side, `n` of them
 * @param b Values of the other side, `m` of them
 * @returns `p` in (0, 1]
 * @throws {RangeError} When a side is empty or a value is NaN
 */
export function mannWhitneyP(a: readonly number[], b: readonly number[]): number {
  for (const side of [a, b]) {
    if (!(side.length > 0 && side.every((value) => !Number.isNaN(value)))) {
      throw new RangeError(`Cannot test a difference: both sides must have numbers, got ${side}`);
    }
  }
  // Doubled, ranks that are shared are integers.
  const ranks = doubledRanks([...a, ...b]);
  const ways = waysOfSums(ranks, a.length);
  const middle = a.length * (a.length + b.length + 1);
  const off = Math.abs(Math.round(2 * wilcoxonRankSum([...a], [...b])) - middle);
  let beyond = 0;
  let all = 0;
  ways.forEach((count, sum) => {
    all += count;
    if (Math.abs(sum - middle) >= off) beyond += count;
  });
  return beyond / all;
}

/**
 * The least p-value that the test can give sides of so many values: that of sides that do not meet.
 *
 *     2 / C(n + m, n)
 *
 * @param n Values of one side, at least 1
 * @param m Values of the other side, at least 1
 * @returns `p` in (0, 1]
 */
export function leastP(n: number, m: number): number {
  let ways = 1;
  for (let picked = 1; picked <= n; picked++) ways = ways * (m + picked) / picked;
  return 2 / ways;
}

/** Twice the rank of each value, from 1; equal values share the mean of theirs. */
function doubledRanks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return 2 * below + equal + 1;
  });
}

/** For each sum, in how many ways `count` of the ranks have it. */
function waysOfSums(ranks: readonly number[], count: number): Float64Array {
  const total = ranks.reduce((sum, rank) => sum + rank, 0);
  const ways = Array.from({ length: count + 1 }, () => new Float64Array(total + 1));
  ways[0]![0] = 1;
  for (const rank of ranks) {
    for (let picked = count; picked > 0; picked--) {
      const from = ways[picked - 1]!;
      const to = ways[picked]!;
      for (let sum = total; sum >= rank; sum--) to[sum]! += from[sum - rank]!;
    }
  }
  return ways[count]!;
}

/**
 * How many pairwise differences to leave out at each end for an interval of a shift that the test does
 * not refuse: the largest `k` with `P(U < k) <= (1 - level) / 2` without ties.
 *
 * @param n Values of one side
 * @param m Values of the other side
 * @param level Such as 0.95
 * @returns `k` in [0, n m / 2]; 0 where so few values cannot give that level
 */
export function pairsLeftOut(n: number, m: number, level: number): number {
  const ranks = Array.from({ length: n + m }, (_, i) => i + 1);
  const ways = waysOfSums(ranks, n);
  const all = ways.reduce((sum, count) => sum + count, 0);
  const least = n * (n + 1) / 2;
  let below = 0;
  for (let k = 0;; k++) {
    below += ways[least + k]!;
    if (below / all > (1 - level) / 2) return k;
  }
}
