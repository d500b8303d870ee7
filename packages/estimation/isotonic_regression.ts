/**
 * The non-increasing sequence nearest to some values, by weighted least squares.
 *
 *     min sum_i w_i (y_i - g_i)^2   over g_1 >= g_2 >= ..
 *     g_i = min_{a <= i} max_{b >= i} (weighted mean of y_a .. y_b)
 *
 * By pooling adjacent violators: a value joins the level before it while that level is lower. The
 * values themselves where they do not increase. O(n) time and memory.
 *
 * @param values `y`, finite
 * @param weights `w`, positive
 * @returns `g`
 * @see M. Ayer et al., Ann. Math. Statist. 26 (1955) 641
 */
export function isotonicRegression(
  values: Float64Array,
  weights: Float64Array,
): Float64Array<ArrayBuffer> {
  const { length } = values;
  const level = new Float64Array(length);
  const weight = new Float64Array(length);
  const end = new Int32Array(length);
  let levels = 0;
  for (let i = 0; i < length; i++) {
    let mean = values[i]!;
    let sum = weights[i]!;
    while (levels > 0 && level[levels - 1]! <= mean) {
      levels--;
      const joined = weight[levels]! + sum;
      mean += (level[levels]! - mean) * (weight[levels]! / joined);
      sum = joined;
    }
    level[levels] = mean;
    weight[levels] = sum;
    end[levels] = i + 1;
    levels++;
  }
  const fitted = new Float64Array(length);
  for (let l = 0; l < levels; l++) fitted.fill(level[l]!, l === 0 ? 0 : end[l - 1], end[l]);
  return fitted;
}
