import { largestThat } from "./largest_that.ts";
import { type MaskSizes, maskSizes } from "./mask_sizes.ts";
import { checkStepCount } from "./step_count.ts";

/**
 * The cardinality schedule that knows nothing of the law: counts on a geometric grid of odds.
 *
 *     psi(t) = t / (1 - t),   Lam = log(psi((L-1)/L) / psi(2/L)),   rho = e^{Lam/N} - 1
 *     a_0 = 1,   a_{j+1} = largest a in {a_j + 1 .. L - 1} with psi(a/L) <= (1 + rho) psi((a_j + 1)/L)
 *
 * with sizes `1, a_1 - a_0, .., 1`. The larger the resolution `N`, the finer the grid: about `N`
 * steps, all ones in the limit. O(L) time.
 *
 * @param options `length` `L`, an integer of at least 3; `resolution` `N`, at least `Lam` and
 *   positive
 * @returns Mask sizes in order of unmasking
 * @throws {RangeError} On a length or resolution out of range
 * @see arXiv 2608.13520, Corollary 1, cardinality form
 */
export function geometricGridSchedule(
  options: { length: number; resolution: number },
): MaskSizes {
  const { length, resolution } = options;
  const span = geometricGridSpan(length);
  if (!(resolution > 0 && resolution >= span && resolution < Infinity)) {
    throw new RangeError(
      `Cannot make a geometric grid: the resolution must be positive and at least ${span}, got ${resolution}`,
    );
  }
  return maskSizes(sizesOf(options, Infinity)!, { length });
}

/**
 * The finest of the schedules of {@linkcode geometricGridSchedule} with at most so many steps.
 *
 *     the largest integer N with at most T steps
 *
 * A slower growth takes every count to a smaller one, so the number of steps does not fall with `N`,
 * and bisection finds it. O(T log L) time.
 *
 * @param options `length` `L`, an integer of at least 3; `steps` `T`, an integer of at least 1
 * @returns Mask sizes in order of unmasking, `T` or fewer; undefined where even the coarsest grid
 *   takes more, which has a few more steps than `Lam`
 * @throws {RangeError} On a length or steps out of range
 * @see arXiv 2608.13520, Corollary 1, cardinality form
 */
export function finestGeometricGridSchedule(
  options: { length: number; steps: number },
): MaskSizes | undefined {
  const { length, steps } = options;
  const span = geometricGridSpan(length);
  checkStepCount(options);
  const resolution = largestThat(
    (resolution) => sizesOf({ length, resolution }, steps) !== undefined,
    // Odds of neighbouring counts differ by a factor of at least 1 + 4/L, so from N = Lam L / 2 on all
    // sizes are 1.
    { least: Math.max(1, Math.ceil(span)), most: Math.max(1, Math.ceil(span * length)) },
  );
  return resolution === undefined ? undefined : geometricGridSchedule({ length, resolution });
}

/** The sizes on the grid, given up where there are more than `most`. */
function sizesOf(
  { length, resolution }: { length: number; resolution: number },
  most: number,
): number[] | undefined {
  const growth = Math.exp(geometricGridSpan(length) / resolution);
  const sizes = [1];
  let revealed = 1;
  while (revealed < length - 1) {
    if (sizes.length + 2 > most) return undefined;
    const odds = growth * (revealed + 1) / (length - revealed - 1);
    // psi(a/L) <= odds exactly when a <= L odds / (1 + odds); one token is always allowed, as the
    // growth is at least 1, and rounding must not take it away.
    const reach = Math.floor(length * odds / (1 + odds));
    const next = Math.min(length - 1, Math.max(revealed + 1, reach));
    sizes.push(next - revealed);
    revealed = next;
  }
  sizes.push(1);
  return sizes;
}

/**
 * `Lam`, the logarithm of the ratio of odds that the grid spans.
 *
 *     Lam = log( (L - 1) (L - 2) / 2 )
 *
 * @param length `L`, an integer of at least 3
 * @returns `Lam`, at least 0
 * @throws {RangeError} On a length below 3
 */
export function geometricGridSpan(length: number): number {
  if (!(Number.isSafeInteger(length) && length >= 3)) {
    throw new RangeError(
      `Cannot make a geometric grid: length must be an integer of at least 3, got ${length}`,
    );
  }
  return Math.log((length - 1) * (length - 2) / 2);
}
