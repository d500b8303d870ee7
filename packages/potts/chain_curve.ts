import {
  curveFromTokenMutualInformation,
  type InformationCurve,
  LENGTH_LIMIT,
  withConditionalEntropies,
} from "@unmask/information";

/** Longest chain whose curve is computed: the limit of every law. */
export const CHAIN_LENGTH_LIMIT: number = LENGTH_LIMIT;

/**
 * The part of a decaying sequence of pair informations that can be seen in a double: informations
 * below this share of the first change no curve value by more than `3 L 2^-80`, which is
 * 1e-17 relative at the longest chain.
 */
export const NEGLIGIBLE_SHARE = 2 ** -80;

/**
 * Share of `f(0)` below which conditional entropies are summed by themselves: as `f(0) - Z` they would
 * have lost more than four bits.
 */
const NEARLY_DETERMINED = 1 / 16;

/**
 * The information curve of a Markov chain from the mutual information of pairs of its tokens.
 *
 * Given the revealed tokens, a token of a chain depends on its nearest revealed neighbours only,
 * and for neighbours `a < i < b`
 *
 *     I(X_i; X_a, X_b) = I(X_a; X_i) + I(X_i; X_b) - I(X_a; X_b).
 *
 * Averaged over uniform `S` of size `k` and uniform `i` outside it, each pair at distance `d`
 * enters with its probability of being (neighbour, token) on either side, less its probability of
 * being the two neighbours of one of the `d - 1` tokens between:
 *
 *     Z_{k+1} = (1/L) sum_d S_d [ 2 u_d - (d-1) v_d ],    S_d = sum_a I(X_a; X_{a+d})
 *     u_d = C(L-1-d, k-1) / C(L-1, k),   v_d = C(L-1-d, k-2) / C(L-1, k)
 *
 * With `m = L + 1 - d - k`, both follow from the one before: `u_d = u_{d-1} m / (L - d)` and
 * `v_d = u_{d-1} (k - 1) / (L - d)`, so the weight is `u_{d-1} / (L - d)` times the whole number
 * `2 m - (d - 1)(k - 1)`. The subtraction costs less than two bits: `I(X_i; X_a, X_b)` is at least half of its positive
 * part, since `I(X_a; X_b) <= min(I(X_a; X_i), I(X_i; X_b))`. So `Z` keeps the relative precision
 * of `S`, however weak the dependence. Of a stationary chain the same sum over `c_d = H(X_d | X_0)` in
 * place of `I(X_0; X_d)` is `f(k)` for `k >= 1`, as the weights of a token's neighbours, less those of
 * two at once, sum to 1; where tokens nearly determine each other it keeps the digits of `f`.
 * Near-linear time, `O(sum_k min(D, 48 L / k))` for `D` pair
 * distances; `O(L)` memory.
 *
 * @param options `length` `L`; `tokenEntropy`, the mean of `H(X_i)` in nats; `pairInformation`,
 *   `S_1 .. S_D` in nats, cut where it is negligible (see {@linkcode NEGLIGIBLE_SHARE}); of a stationary
 *   chain `gapEntropy`, `c_d` in nats
 * @returns The exact curve
 * @throws {RangeError} When the informations are those of no chain: `Z` falls or exceeds
 *   `tokenEntropy`
 */
export function chainCurve(
  options: {
    length: number;
    tokenEntropy: number;
    pairInformation: ArrayLike<number>;
    gapEntropy?: ((distance: number) => number) | undefined;
  },
): InformationCurve {
  const { length, tokenEntropy, pairInformation, gapEntropy } = options;
  const z = new Float64Array(length);
  const pairs = new PairWeights(length, pairInformation);
  for (let k = 1; k < length; k++) {
    z[k] = withoutDrift(pairs.mean(k), { least: z[k - 1]!, most: tokenEntropy });
  }
  const curve = curveFromTokenMutualInformation(tokenEntropy, z);
  if (gapEntropy === undefined) return curve;
  const first = curve.conditionalEntropies.findIndex((f) => f < NEARLY_DETERMINED * tokenEntropy);
  if (first < 1) return curve;
  const entropies = new Float64Array(length).fill(NaN);
  const gaps = new PairWeights(
    length,
    Float64Array.from(
      { length: furthestNeighbour(length, first) },
      (_, i) => (length - 1 - i) * gapEntropy(i + 1),
    ),
  );
  for (let k = first; k < length; k++) {
    // Falling, up to drift: what it has lifted is put back.
    const before = k === first ? curve.conditionalEntropies[k - 1]! : entropies[k - 1]!;
    entropies[k] = Math.min(before, gaps.mean(k));
  }
  return withConditionalEntropies(curve, entropies);
}

/** Means over a token and the set that is revealed, of sums over its pairs with its neighbours. */
class PairWeights {
  readonly #length: number;
  /** Sums over all pairs at distances 1, 2, .., by distance less 1. */
  readonly #sums: ArrayLike<number>;
  /** `1 / (L - d)`: looked up, a reciprocal takes a third of the time of a division. */
  readonly #reciprocal: Float64Array;

  constructor(length: number, sums: ArrayLike<number>) {
    this.#length = length;
    this.#sums = sums;
    this.#reciprocal = Float64Array.from({ length: sums.length + 1 }, (_, d) => 1 / (length - d));
  }

  /** `(1/L) sum_d S_d [ 2 u_d - (d-1) v_d ]` for `k` revealed tokens. */
  mean(k: number): number {
    const length = this.#length;
    const sums = this.#sums;
    const reciprocal = this.#reciprocal;
    const last = Math.min(sums.length, furthestNeighbour(length, k));
    // At distance 1 there is no token between: the weight is 2 u_1 alone.
    let u = k / (length - 1);
    let sum = 2 * u * (sums[0] ?? 0);
    for (let d = 2; d <= last; d++) {
      const m = length + 1 - d - k;
      const share = reciprocal[d]!;
      sum += sums[d - 1]! * (u * share * (2 * m - (d - 1) * (k - 1)));
      u *= m * share;
    }
    return sum / length;
  }
}

/**
 * How far, relative to `f(0)`, the weights may have drifted: they are products of up to `L` rounded
 * factors, whose errors reach 1e-11 at the longest chains.
 */
const DRIFT = 1e-10;

/** A value of `Z` that drift has carried past what came before it or past `f(0)`, put back there. */
function withoutDrift(value: number, { least, most }: { least: number; most: number }): number {
  const slack = DRIFT * most;
  if (value < least && value >= least - slack) return least;
  return value > most && value <= most + slack ? most : value;
}

/**
 * A distance beyond which no weight can be seen. Each factor of `u` and `v` is at most
 * `1 - (k-2)/(L-2)`, so past `48 (L-2)/(k-2)` tokens they have fallen by `e^-48`, and with the
 * factor `d - 1` and the sum over what follows the rest stays below 2^-60 of the whole.
 */
function furthestNeighbour(length: number, revealed: number): number {
  if (revealed < 3) return length - 1;
  const cut = 2 + Math.ceil(48 * (length - 2) / (revealed - 2));
  // Beyond distance L - k + 1 fewer than k - 2 other tokens are left: both weights are 0.
  return Math.min(length - 1, length - revealed + 1, cut);
}
