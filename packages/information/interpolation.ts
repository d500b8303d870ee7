import { residue } from "./prime_field.ts";

/**
 * Completes the values of a polynomial over a prime field at the points `0 .. n-1` from as many of
 * them as it has coefficients, by Newton's divided differences.
 *
 *     p(x) = c_0 + (x - x_0) (c_1 + (x - x_1) (c_2 + ..)),    c_j = p[x_0 .. x_j]
 *
 * The one polynomial of degree below `k` through `k` points; zero everywhere for `k = 0`.
 * `k^2 / 2 + (n - k) k` modular products and O(k) memory for `k` known values.
 *
 * @param values `n` residues at the known points; the rest is overwritten
 * @param options `known`: the `k` known points, ascending; `field`: a prime `q` of at least `n` and
 *   at most 2^26, so that products stay exact; `inverse`: reciprocals of `1 .. n-1` modulo `q`
 */
export function interpolate(
  values: Int32Array,
  options: { known: readonly number[]; field: number; inverse: Float64Array },
): void {
  const { known, field, inverse } = options;
  const size = known.length;
  const coefficients = Float64Array.from(known, (point) => values[point]!);
  for (let order = 1; order < size; order++) {
    for (let i = size - 1; i >= order; i--) {
      const difference = residue(coefficients[i]! - coefficients[i - 1]! + field, field);
      coefficients[i] = residue(difference * inverse[known[i]! - known[i - order]!]!, field);
    }
  }
  let next = 0;
  for (let point = 0; point < values.length; point++) {
    if (known[next] === point) {
      next++;
      continue;
    }
    let value = 0;
    for (let i = size - 1; i >= 0; i--) {
      const step = point - known[i]!;
      value = residue(value * (step < 0 ? step + field : step) + coefficients[i]!, field);
    }
    values[point] = value;
  }
}
