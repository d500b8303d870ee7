import { maskSizes } from "./mask_sizes.ts";
import { timeGrid } from "./time_grid.ts";

/**
 * Chance that two given tokens are revealed in the same step, where positions are random.
 *
 *     c = sum_t sizes[t] (sizes[t] - 1) / (L (L - 1))
 *
 * Zero for all ones, 1 in one shot, `(s - 1)/(L - 1)` for one size `s`. O(T).
 *
 * @param sizes Mask sizes in order of unmasking
 * @returns Chance in `[0, 1]`; 0 for one token
 * @throws {RangeError} On sizes that are not positive integers
 */
export function chanceTogether(sizes: readonly number[]): number {
  const length = sizes.reduce((sum, size) => sum + size, 0);
  const proved = maskSizes(sizes, { length });
  if (length === 1) return 0;
  return proved.reduce((sum, size) => sum + size * (size - 1), 0) / (length * (length - 1));
}

/**
 * Chance that two given tokens are revealed in the same step of a time grid, where each token is
 * revealed by itself.
 *
 *     c = sum_j (t_{j+1} - t_j)^2
 *
 * `1/T` for `T` equal steps, whatever the length. O(T).
 *
 * @param grid Revealed fractions `0 = t_0 <= .. <= t_T = 1`
 * @returns Chance in `(0, 1]`
 * @throws {RangeError} When the fractions are no time grid
 */
export function chanceTogetherOnGrid(grid: readonly number[]): number {
  const fractions = timeGrid(grid);
  return fractions.slice(1).reduce((sum, t, j) => sum + (t - fractions[j]!) ** 2, 0);
}
