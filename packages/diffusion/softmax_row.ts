/**
 * Turns log-weights into the law proportional to their exponentials, in place.
 *
 *     p(y) = exp(a_y - max a) / sum_z exp(a_z - max a)
 *
 * The largest weight becomes 1 before the sum, so nothing overflows and the sum is at least 1;
 * probabilities below about 1e-323 become 0. O(K) time.
 *
 * @param row Log-weights: finite or `-Infinity`, at least one finite
 */
export function softmaxRow(row: Float64Array): void {
  let most = -Infinity;
  for (let y = 0; y < row.length; y++) most = Math.max(most, row[y]!);
  let sum = 0;
  for (let y = 0; y < row.length; y++) sum += row[y] = Math.exp(row[y]! - most);
  for (let y = 0; y < row.length; y++) row[y]! /= sum;
}
