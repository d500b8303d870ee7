import type { TiedPairsOptions } from "@unmask/information";
import { maskSizes } from "@unmask/schedules";

/** Most tokens of tied pairs whose endpoint error is summed: a few seconds' work. */
export const TIED_PAIRS_LENGTH_LIMIT = 2 ** 14;

/**
 * Exact endpoint error of tied pairs under a mask size schedule, at lengths far beyond enumeration.
 *
 *     KL(p || E_M p_{Y|M}) = -ln E_M K^-D,   D = pairs whose two tokens are revealed in one iteration
 *
 * since a pair is right surely where one token sees the other, and with chance `1/K` where neither
 * does. Positions are random but sizes are fixed, so pairs compete for places and `D` is not
 * binomial. With every pair marked, independently, with chance `1 - 1/K`, `E_M K^-D` is the chance
 * that no marked pair falls into one iteration. The pairs of random positions are a uniform
 * matching of the `L` places, and matchings of which no marked pair lies inside an iteration are
 * counted by merging one iteration after another: `s` new places and `n` open ones of before make
 * `k` marked pairs in `C(n,k) C(s,k) k!` ways, and what stays open at the end is matched at will.
 * (It is the linearisation of a product of Hermite polynomials `prod_t He_{s_t}`.) Every term is
 * positive.
 *
 * Zero for all ones, and for `K = 1`; `P ln K` in one shot. O(sum_t s_t N_t) time, at most
 * O(L^2); O(L) memory. Logarithms of factorials leave an absolute rounding below 1e-10 up to 2,048
 * tokens, and below 1e-8 at the limit.
 *
 * @param law `pairs` `P` and `vocabularySize` `K` of `tiedPairs`
 * @param options `sizes` in order of unmasking, summing to `2 P`
 * @returns Endpoint error in nats, in `[0, P ln K]`
 * @throws {RangeError} On sizes that do not sum to `2 P`, a vocabulary size that is no positive
 *   integer, or a length above {@linkcode TIED_PAIRS_LENGTH_LIMIT}
 */
export function tiedPairsEndpointError(
  law: TiedPairsOptions,
  options: { sizes: readonly number[] },
): number {
  const { pairs, vocabularySize } = law;
  const length = 2 * pairs;
  if (!(Number.isSafeInteger(pairs) && pairs >= 1)) {
    throw new RangeError(
      `Cannot sum over tied pairs: pairs must be a positive integer, got ${pairs}`,
    );
  }
  if (!(length <= TIED_PAIRS_LENGTH_LIMIT)) {
    throw new RangeError(
      `Cannot sum over tied pairs: their length must be at most ${TIED_PAIRS_LENGTH_LIMIT}, got ${length}`,
    );
  }
  if (!(Number.isSafeInteger(vocabularySize) && vocabularySize >= 1)) {
    throw new RangeError(
      `Cannot sum over tied pairs: vocabulary size must be a positive integer, got ${vocabularySize}`,
    );
  }
  const sizes = maskSizes(options.sizes, { length });
  // One state is never wrong, and one token a step never blind: no rounding where the answer is 0.
  if (vocabularySize === 1 || sizes.every((size) => size === 1)) return 0;
  const logFactorials = logFactorialsTo(length);
  const logMarked = Math.log1p(-1 / vocabularySize);
  let open: Float64Array = Float64Array.of(0);
  for (const size of sizes) open = merged(open, { size, logMarked, logFactorials });
  const logTerms = open.map((ways, n) =>
    n % 2 === 1
      ? -Infinity
      : ways + logMatchings(n, logFactorials) - (n / 2) * Math.log(vocabularySize)
  );
  return logMatchings(length, logFactorials) - logSum(logTerms, logTerms.length);
}

/**
 * Logarithms of the weighted ways to leave `m` places open, once an iteration of `size` places has
 * joined.
 */
function merged(
  open: Float64Array,
  { size, logMarked, logFactorials }: {
    size: number;
    logMarked: number;
    logFactorials: Float64Array;
  },
): Float64Array {
  const before = open.length - 1;
  const next = new Float64Array(before + size + 1).fill(-Infinity);
  const terms = new Float64Array(size + 1);
  for (let m = 0; m < next.length; m++) {
    let count = 0;
    // Each of the k pairs closes a place of before and a new one: m = n + size - 2k.
    for (let k = Math.max(0, size - m); k <= size; k++) {
      const n = m - size + 2 * k;
      if (n < k) continue;
      if (n > before) break;
      terms[count++] = open[n]! + k * logMarked +
        logFactorials[n]! - logFactorials[n - k]! +
        logFactorials[size]! - logFactorials[size - k]! - logFactorials[k]!;
    }
    next[m] = logSum(terms, count);
  }
  return next;
}

/** `ln (n-1)!!`, the logarithm of the ways to match `n` places, for even `n`. */
function logMatchings(n: number, logFactorials: Float64Array): number {
  return logFactorials[n]! - logFactorials[n / 2]! - (n / 2) * Math.LN2;
}

function logSum(terms: Float64Array, count: number): number {
  let largest = -Infinity;
  for (let i = 0; i < count; i++) largest = Math.max(largest, terms[i]!);
  if (largest === -Infinity) return -Infinity;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += Math.exp(terms[i]! - largest);
  return largest + Math.log(sum);
}

/** `ln 0! .. ln n!`, with the rounding of the running sum carried along. */
function logFactorialsTo(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  let lost = 0;
  for (let i = 1; i <= n; i++) {
    const term = Math.log(i) - lost;
    logs[i] = logs[i - 1]! + term;
    lost = (logs[i]! - logs[i - 1]!) - term;
  }
  return logs;
}
