import { informationBetween, type InformationCurve } from "@unmask/information";
import { timeGrid } from "@unmask/schedules";
import { binomialMean } from "./binomial_mean.ts";
import { gaussLegendre, type Quadrature } from "./gauss_legendre.ts";

/**
 * Exact path error of a sampler that reveals tokens by chance on a time grid, with the exact mask
 * predictor.
 *
 *     TC - sum_j (t_{j+1} - t_j) h(t_j) = sum_j integral_{t_j}^{t_{j+1}} (t_{j+1} - v) h'(v) dv
 *     h(t)  = L sum_j Binomial(j; L-1, t) Z_{j+1}
 *     h'(t) = L (L-1) sum_j Binomial(j; L-2, t) (Z_{j+2} - Z_{j+1})
 *
 * The left Riemann sum of `h` against its integral. Computed by the right side, in which every term
 * is non-negative, so that it keeps its digits where the error is a small part of TC. Each integrand
 * is a polynomial of degree `L - 1`, which the quadrature integrates without an error up to `L = 32`;
 * for longer sequences the steps are cut into panels on which it is off by less than rounding, relative
 * to the curve's largest increment. Zero
 * for independent tokens only: unlike a schedule of sizes, a finite grid has no step that surely
 * reveals a single token. TC for the grid `0, 1`. `O((T + sqrt(L)) sqrt(L))` time, up to logarithms;
 * O(L) memory.
 *
 * @param curve Exact information curve of the law
 * @param grid Revealed fractions `0 = t_0 <= .. <= t_T = 1`, in order of unmasking
 * @returns Path error in nats, in `[0, TC]`
 * @throws {RangeError} When the fractions are no time grid
 */
export function timeGridError(curve: InformationCurve, grid: readonly number[]): number {
  const fractions = timeGrid(grid);
  const { length } = curve;
  if (length === 1) return 0;
  const increments = Float64Array.from(
    { length: length - 1 },
    (_, k) => informationBetween(curve, { from: k, to: k + 1 }),
  );
  let sum = 0;
  let lost = 0;
  for (let j = 0; j + 1 < fractions.length; j++) {
    const end = fractions[j + 1]!;
    for (let from = fractions[j]!; from < end;) {
      const to = panelEnd(from, { end, length });
      const term = panelIntegral(increments, { from, to, end }) - lost;
      const next = sum + term;
      lost = (next - sum) - term;
      sum = next;
      from = to;
    }
  }
  return length * (length - 1) * sum;
}

/** Up to this length one panel with the largest quadrature is exact: degree 31. */
const exactLength = 32;

/**
 * The largest half-width of a panel, in units of {@linkcode scaleAt}. On an ellipse around the panel
 * that reaches `y` standard deviations into the complex plane `h'` grows by at most `exp(y^2 / 2)`,
 * while Gauss quadrature of m nodes gains `(2 y / half-width)^(2m)`: at the best `y`, of 4 sqrt(2),
 * 16 nodes leave 1e-17 of the largest value.
 */
const largestHalfWidth = 2;

/** Quadratures and the half-widths up to which they do as well, by the same bound. */
const quadratures: readonly (Quadrature & { readonly upTo: number })[] = [
  { upTo: 1 / 32, ...gaussLegendre(4) },
  { upTo: 1 / 4, ...gaussLegendre(8) },
  { upTo: Infinity, ...gaussLegendre(16) },
];

/** Standard deviation of the share revealed at `t`; near the ends that of one token. */
function scaleAt(t: number, length: number): number {
  return Math.max(Math.sqrt(t * (1 - t) / length), 1 / length);
}

/** Where the panel that starts at `from` ends: at `end`, or as far on as one panel may reach. */
function panelEnd(from: number, { end, length }: { end: number; length: number }): number {
  if (length <= exactLength) return end;
  const wide = 2 * largestHalfWidth * scaleAt(from, length);
  // Towards 1 the scale falls: the smaller one decides.
  const width = Math.min(wide, 2 * largestHalfWidth * scaleAt(Math.min(1, from + wide), length));
  // No sliver at the end, and a panel that rounding would make empty is taken whole.
  return from + 1.25 * width >= end || from + width === from ? end : from + width;
}

/** `integral_from^to (end - v) E d_B dv`, `B ~ Binomial(L - 2, v)`, for the increments `d`. */
function panelIntegral(
  increments: Float64Array,
  { from, to, end }: { from: number; to: number; end: number },
): number {
  const trials = increments.length - 1;
  const half = (to - from) / 2;
  const middle = from + half;
  const scale = Math.min(scaleAt(from, trials + 2), scaleAt(to, trials + 2));
  const wanted = trials + 2 <= exactLength ? Infinity : half / scale;
  const { nodes, weights } = quadratures.find(({ upTo }) => wanted <= upTo)!;
  let sum = 0;
  for (let i = 0; i < nodes.length; i++) {
    const chance = middle + half * nodes[i]!;
    sum += weights[i]! * (end - chance) * binomialMean(increments, { trials, chance });
  }
  return half * sum;
}
