/**
 * The roughness of a spline, as a quadratic form in its coefficients.
 *
 *     b^T P b = sum_i h_i^2 (slope_{i+1} - slope_i)^2
 *
 * with the slopes of the polygon through the coefficients over their Greville abscissae, and `h_i` the
 * local distance of those. Zero exactly for straight lines; where abscissae are close, bends cost
 * less, so that a curve may fall steeply at its ends. O(n^2) memory.
 *
 * @param abscissae Greville abscissae, increasing, at least three
 * @returns `P`, `n` rows of `n`
 * @see P. Eilers and B. Marx, Statist. Sci. 11 (1996) 89, for differences as a penalty
 */
export function roughness(abscissae: Float64Array): Float64Array {
  const size = abscissae.length;
  const penalty = new Float64Array(size * size);
  for (let i = 1; i < size - 1; i++) {
    const before = abscissae[i]! - abscissae[i - 1]!;
    const after = abscissae[i + 1]! - abscissae[i]!;
    const h = (before + after) / 2;
    const bend = [h / before, -h / before - h / after, h / after];
    for (let a = 0; a < 3; a++) {
      for (let b = 0; b < 3; b++) {
        penalty[(i - 1 + a) * size + i - 1 + b]! += bend[a]! * bend[b]!;
      }
    }
  }
  return penalty;
}
