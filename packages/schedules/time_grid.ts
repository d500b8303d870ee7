import { sizesFromCounts } from "./clamped_counts.ts";
import { type MaskSizes, sequenceLength } from "./mask_sizes.ts";
import { roundedCount } from "./revealed_fraction.ts";

/**
 * A time grid that was checked: revealed fractions that do not fall, from 0 to 1.
 *
 * A sampler on a grid reveals each masked token by chance, with probability `(t_{j+1} - t_j) / (1 - t_j)` in step j,
 * so that the sizes are random. An array of numbers becomes a grid only through `timeGrid`. The property with a name
 * exists in the type only.
 */
export type TimeGrid = readonly number[] & { readonly "proved as": "time grid" };

/**
 * Checks revealed fractions once, so that the type carries the proof.
 *
 *     0 = t_0 <= t_1 <= .. <= t_T = 1,   T >= 1
 *
 * A repeated fraction is a step in which nothing is revealed: a wasted evaluation of the model, but a sampler that
 * exists, so it is allowed. O(T) time; the result is a frozen copy.
 *
 * @param fractions T + 1 revealed fractions, in order of unmasking
 * @returns The same fractions, proved
 * @throws RangeError if there are fewer than two, they do not go from 0 to 1, or one is below the one before
 */
export function timeGrid(fractions: readonly number[]): TimeGrid {
  const last = fractions.length - 1;
  if (!(last >= 1)) {
    throw new RangeError(
      `Cannot use a time grid: there must be at least two fractions, got ${fractions.length}`,
    );
  }
  if (!(fractions[0] === 0 && fractions[last] === 1)) {
    throw new RangeError(
      `Cannot use a time grid: it must go from 0 to 1, got ${fractions[0]} to ${fractions[last]}`,
    );
  }
  for (let j = 1; j <= last; j++) {
    if (!(fractions[j]! >= fractions[j - 1]!)) {
      throw new RangeError(
        `Cannot use a time grid: fractions must not fall, got ${fractions[j]} after ${
          fractions[j - 1]
        }`,
      );
    }
  }
  // A rise from 0 to 1 leaves nothing outside of [0, 1]; NaN has failed above.
  return Object.freeze(Array.from(fractions)) as unknown as TimeGrid;
}

/**
 * The time grid whose expected sizes are the given ones.
 *
 *     t_j = N_j / L,   so   L (t_{j+1} - t_j) = sizes[j]
 *
 * O(T) time and memory.
 *
 * @param sizes T sizes in order of unmasking
 * @returns T + 1 revealed fractions
 */
export function timeGridFromSizes(sizes: MaskSizes): TimeGrid {
  const length = sequenceLength(sizes);
  let revealed = 0;
  return timeGrid([0, ...sizes.map((size) => (revealed += size) / length)]);
}

/**
 * The mask sizes that follow a time grid, rounded to tokens; the inverse of `timeGridFromSizes`.
 *
 *     N_j = round(L t_j),   clamped as by `sizesFromRevealedFraction`
 *
 * O(T) time and memory.
 *
 * @param grid T + 1 revealed fractions
 * @param options.length Tokens in the sequence, L, at least T
 * @returns T sizes in order of unmasking with sum L
 * @throws RangeError if the length is below the number of steps
 */
export function sizesFromTimeGrid(grid: TimeGrid, options: { length: number }): MaskSizes {
  const { length } = options;
  return sizesFromCounts((t) => roundedCount(grid[t]!, { length }), {
    length,
    steps: grid.length - 1,
  });
}
