import { relativeEntropyKernel } from "@unmask/information";
import { NEGLIGIBLE_SHARE } from "./chain_curve.ts";
import { type PottsEigenvalue, pottsEigenvalue } from "./potts_eigenvalue.ts";

/**
 * What pairs of tokens of a Potts ring contribute to its information curve, in the form that
 * `chainCurve` takes.
 *
 * A masked token of a ring depends on its nearest revealed neighbours only, at distances `l` and
 * `r`, and with `A` proportional to `P`, `P^L(x, x) = (1 + c) / K` and `c = (K-1) lambda^L`,
 *
 *     I(X_i; X_a, X_b) = E ln [ K P^l(X_a, X_i) P^r(X_i, X_b) / P^{l+r}(X_a, X_b) ]
 *                      = D(l) + D(r) - D(l+r),      D(g) = E ln K P^g(X_0, X_g) - (g/L) ln(1 + c)
 *
 * The term linear in `g` cancels, whatever its factor; this factor makes `D(L) = 0`, so that a single
 * revealed token, which is both neighbours at `l + r = L`, follows the same rule. Around a ring
 * every position has the same neighbours, so with `u_g`, the probability that the nearest revealed
 * token on a given side of a masked one is at distance `g`, and `v_g`, that two given positions `g`
 * apart, on either side of it, are its neighbours,
 *
 *     Z_{k+1} = sum_g D(g) [2 u_g - (g-1) v_g],   u_g = C(L-1-g, k-1) / C(L-1, k),
 *                                                 v_g = C(L-1-g, k-2) / C(L-1, k)
 *
 * which is the curve of a chain with the pair informations `S_g = L D(g)`.
 *
 * `D` is computed without cancellation. The pair at distance `g` has the law
 * `(1/K^2) (1 + a)(1 + b) / (1 + c)`, where `1 + a` is `K P^g` and `1 + b` is `K P^{L-g}` there, so
 * that with `phi(u) = (1 + u) ln(1 + u) - u`
 *
 *     (1 + c) D(g) = mean[ (1 + b) phi(a) ] + (1 - g/L) c - (g/L) phi(c)
 *
 * where the first term is a sum of non-negative ones and the largest but on frustrated rings: two
 * states that repel on an odd ring have `c` near -1, and there the logarithms are taken as they
 * stand. O(L) time and memory.
 *
 * @param options `length` `L`, `states` `K`, `coupling` `J`
 * @returns `L D(1) .. L D(L-1)` in nats, cut where negligible (see {@linkcode NEGLIGIBLE_SHARE})
 */
export function ringPairInformation(
  options: { length: number; states: number; coupling: number },
): Float64Array {
  const { length, states } = options;
  const eigenvalue = pottsEigenvalue(options);
  const around = (states - 1) * eigenvalue.power(length);
  const shape = { length, states, eigenvalue };
  const information = new Float64Array(length - 1);
  let cut = 0;
  for (let g = 1; g < length; g++) {
    if (around < -0.5) {
      information[g - 1] = length * frustratedTerm(g, shape);
      continue;
    }
    const direct = directTerm(g, shape);
    if (g === 1) cut = NEGLIGIBLE_SHARE * direct;
    if (direct <= cut && Math.abs(around) <= cut) return information.subarray(0, g - 1);
    const rest = (length - g) * around - g * relativeEntropyKernel(around);
    information[g - 1] = (length * direct + rest) / (1 + around);
  }
  return information;
}

interface Shape {
  readonly length: number;
  readonly states: number;
  readonly eigenvalue: PottsEigenvalue;
}

/** `mean[(1 + b) phi(a)]` over the `K` tokens at distance `g` from one. */
function directTerm(g: number, { length, states, eigenvalue }: Shape): number {
  const near = eigenvalue.power(g);
  const far = eigenvalue.power(length - g);
  // A negative eigenvalue may round a hair below -1/(K-1).
  const same = relativeEntropyKernel(Math.max(-1, (states - 1) * near)) *
    Math.max(0, 1 + (states - 1) * far);
  const other = relativeEntropyKernel(-near) * (1 - far);
  return (same + (states - 1) * other) / states;
}

/**
 * `D(g)` of two states that repel on an odd ring. With `q_d = 1 - |lambda|^d` a pair at distance `g`
 * is in the rare relation (equal for odd `g`, different for even) with probability
 *
 *     eta = (q_g / q_L) (2 - q_{L-g}) / 2,    D(g) = eta ln q_g + (1 - eta) ln(2 - q_g) - (g/L) ln q_L
 *
 * At strong repulsion `q_d` is about `d q_1`: `eta` tends to `g / L`, and `ln q_L`, which grows
 * without bound, is left with the factor `eta - g / L`, which vanishes.
 */
function frustratedTerm(g: number, { length, eigenvalue }: Shape): number {
  const share = g / length;
  const near = eigenvalue.complementOfPower(g);
  const far = eigenvalue.complementOfPower(length - g);
  const whole = eigenvalue.complementOfPower(length);
  const ratio = whole === 0 ? share : near / whole;
  // (1 - e^{-xy}) / (1 - e^{-y}) - x = x (1 - x) y / 2 + O(y^2), of which a difference has no digit.
  const excess = whole < 1e-8 ? share * (1 - share) * whole / 2 : ratio - share;
  const rare = ratio * (2 - far) / 2;
  const remainder = whole === 0 ? 0 : (excess - ratio * far / 2) * Math.log(whole);
  return rare * Math.log(ratio) + (1 - rare) * Math.log(2 - near) + remainder;
}
