/**
 * Product of two matrices, written into `out`: of square ones, or of a row vector and a square one.
 *
 * `O(rows K^2)` time.
 *
 * @param factors `left`, row-major `rows * K`; `right`, row-major `K * K`; `states` `K`
 * @param out Receives the product, row-major `rows * K`; neither of the factors
 */
export function multiplyInto(
  factors: { left: Float64Array; right: Float64Array; states: number },
  out: Float64Array,
): void {
  const { left, right, states } = factors;
  for (let row = 0; row < left.length; row += states) {
    out.fill(0, row, row + states);
    for (let via = 0; via < states; via++) {
      const weight = left[row + via]!;
      if (weight === 0) continue;
      const from = via * states;
      for (let y = 0; y < states; y++) out[row + y]! += weight * right[from + y]!;
    }
  }
}
