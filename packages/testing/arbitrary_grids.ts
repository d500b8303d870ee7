import fc from "fast-check";
import { arbitraryMasses } from "./arbitraries.ts";
import type { Arbitrary } from "./arbitrary.ts";

/**
 * A time grid: the revealed fractions between which a sampler reveals each token at random.
 *
 *     0 = t_0 <= t_1 <= .. <= t_n = 1
 *
 * Equal steps, uneven ones, and steps in which nothing happens.
 *
 * @param options At most `steps` steps
 * @returns An arbitrary of `t_0 .. t_n`, with `n` from 1 to `steps`
 */
export function arbitraryTimeGrid(options: { steps: number }): Arbitrary<number[]> {
  return fc.integer({ min: 1, max: options.steps }).chain((steps) =>
    fc.oneof(
      fc.constant(Array.from({ length: steps + 1 }, (_, j) => j / steps)),
      arbitraryMasses(steps).map((widths) => {
        const grid = [0];
        for (const width of widths) grid.push(Math.min(1, grid[grid.length - 1]! + width));
        // The widths sum to 1 up to rounding; the grid ends at 1 exactly.
        return grid.with(steps, 1);
      }),
    )
  );
}
