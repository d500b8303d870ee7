import { curveFromTokenMutualInformation, type InformationCurve } from "@unmask/information";
import type { ContextInformation } from "./context_information.ts";

/** Weights below this share are not seen in a double. */
const UNSEEN = 2 ** -60;

/**
 * The information curve of the last `n` tokens of a Markov chain of `n + 1`, given its first: that
 * of a block whose left context is revealed, of which only the nearest token matters.
 *
 * Position 0 is always revealed. With nearest revealed neighbours `a < i < b`, `a >= 0`, the tokens
 * of `S` tell of `X_i`, beyond what `X_0` tells,
 *
 *     I(X_i; X_S | X_0) = [I(X_a; X_i) - I(X_0; X_i)] + [I(X_i; X_b) - I(X_a; X_b)],
 *
 * the second part only where there is a `b`. Both are sums of steps of one position,
 *
 *     I(X_p; X_q) - I(X_{p-1}; X_q) = I(X_p; X_q | X_{p-1}) >= 0,
 *
 * over `p = 1 .. a` with `q = i`, and over `p = a+1 .. i` with `q = b`. For `S` uniform of size `k`
 * among the other `n - 1` tokens of the block and `i` uniform, the step `(p, p + d)` occurs in the
 * first part when `S` meets the `d` positions `p .. p+d-1`, and in the second, once for each of the
 * `d` tokens `i` from `p` to `p+d-1`, when `S` holds `p + d` and misses the other `d - 1`:
 *
 *     Z_{k+1} = (1/n) sum_d D_d [ 1 - C(n-1-d, k)/C(n-1, k) + d C(n-1-d, k-1)/C(n-1, k) ]
 *
 * No term is negative, so `Z` keeps the relative precision of the steps, however weak the
 * dependence. Towards large `d` the bracket tends to 1, so the rest is a sum of `D`. Near-linear
 * time, `O(sum_k min(D, 42 n / k))`; `O(n)` memory.
 *
 * @param options `length` `n`, and the {@linkcode ContextInformation}
 * @returns The exact curve
 * @throws {RangeError} When the informations are those of no chain
 */
export function contextCurve(
  options: ContextInformation & { length: number },
): InformationCurve {
  const { length, tokenEntropy, stepInformation: steps } = options;
  const last = Math.min(steps.length, length - 1);
  // rest[d] = D_{d+1} + .. + D_last, the smallest first.
  const rest = new Float64Array(last + 1);
  for (let d = last; d >= 1; d--) rest[d - 1] = rest[d]! + steps[d - 1]!;
  const z = new Float64Array(length);
  for (let k = 1; k < length; k++) {
    // met = P(S meets d given positions), missed = 1 - met, one = P(S meets them in the last alone).
    let met = 0;
    let missed = 1;
    let sum = 0;
    let d = 1;
    for (; d <= last; d++) {
      const one = missed * k / (length - d);
      met += one;
      missed *= (length - d - k) / (length - d);
      sum += steps[d - 1]! * (met + d * one);
      if (!(d * missed > UNSEEN)) break;
    }
    z[k] = (sum + (rest[Math.min(d, last)] ?? 0)) / length;
  }
  return curveFromTokenMutualInformation(tokenEntropy, withoutDrift(z, tokenEntropy));
}

/** How far, relative to `f(0)`, products of up to `n` rounded factors may have drifted. */
const DRIFT = 1e-10;

/** `Z` where rounding has carried it past what came before or past `f(0)`, put back there. */
function withoutDrift(z: Float64Array, most: number): Float64Array {
  const slack = DRIFT * most;
  for (let k = 1; k < z.length; k++) {
    const least = z[k - 1]!;
    if (z[k]! < least && z[k]! >= least - slack) z[k] = least;
    if (z[k]! > most && z[k]! <= most + slack) z[k] = most;
  }
  return z;
}
