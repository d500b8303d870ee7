import { curveFromTokenMutualInformation, type InformationCurve } from "@unmask/information";
import { revealedCounts, type TimeGrid, timeGrid } from "@unmask/schedules";
import { binomialMean } from "./binomial_mean.ts";
import { LAYER_CELL_LIMIT } from "./layered_program.ts";
import { optimalSchedule } from "./optimal_schedule.ts";
import { timeGridError } from "./time_grid_error.ts";

/** Most steps of an optimal time grid: four cells of the lattice are left for each within its limit. */
export const TIME_GRID_STEP_LIMIT = 2 ** 11;

/** A time grid with its exact path error. */
export interface PlannedTimeGrid {
  /** Revealed fractions, in order of unmasking. */
  readonly grid: TimeGrid;
  /** Path error in nats. */
  readonly pathError: number;
}

/**
 * The time grid of least path error in `steps` steps, to the precision of a search.
 *
 *     min over 0 <= t_1 <= .. <= t_{T-1} <= 1 of TC - sum_j (t_{j+1} - t_j) h(t_j)
 *
 * First the exact optimum among the multiples of `1/G`, where the problem is that of an optimal
 * schedule of `G` tokens whose curve is `h`; then the points move together, by dynamic programs over
 * ever smaller windows about them. The error given is exact for the grid given; that no other grid
 * does better is exact among the multiples of `1/G` only. Never below the error of the optimal sizes,
 * since a grid draws its sizes at random. `O(G (T + sqrt(L)))` time, `4 G T` bytes, `G` some 2^12 or
 * more.
 *
 * @param curve Exact information curve
 * @param options `steps` `T`, an integer from 1 to {@linkcode TIME_GRID_STEP_LIMIT}; more steps than
 *   tokens are of use here
 * @returns The grid and its path error
 * @throws {RangeError} On steps out of range
 */
export function optimalTimeGrid(
  curve: InformationCurve,
  options: { steps: number },
): PlannedTimeGrid {
  const { steps } = options;
  if (!(Number.isInteger(steps) && steps >= 1 && steps <= TIME_GRID_STEP_LIMIT)) {
    throw new RangeError(
      `Cannot plan a time grid: steps must be an integer from 1 to ${TIME_GRID_STEP_LIMIT}, got ${steps}`,
    );
  }
  const cells = cellsFor(curve.length, steps);
  let grid = latticeOptimum(curve, { steps, cells });
  let spacing = 1 / cells;
  for (let level = 0; level < levels; level++) {
    spacing /= windowSteps;
    for (let round = 0; round < mostRounds; round++) {
      const moved = refined(curve, grid, spacing);
      if (moved.every((t, j) => t === grid[j])) break;
      grid = moved;
    }
  }
  return { grid: timeGrid(grid), pathError: timeGridError(curve, grid) };
}

/** Levels of refinement, each of which divides the spacing by {@linkcode windowSteps}. */
const levels = 8;

/**
 * Most rounds at one spacing. A lattice optimum may be off by some `T / 4` cells, where widths that
 * differ by one may stand in any order.
 */
const mostRounds = 256;

/** A point may move by this many spacings up or down in a round. */
const windowSteps = 4;

/** A multiple of the length where that is small enough, so that the lattice holds all fractions of it. */
function cellsFor(length: number, steps: number): number {
  const most = Math.floor(LAYER_CELL_LIMIT / steps);
  const wanted = Math.min(most, Math.max(2 ** 12, 8 * steps));
  return length > wanted ? wanted : length * Math.floor(wanted / length);
}

/** `h(t) / L`, the mean of `Z` at a binomial index. */
function height({ length, tokenMutualInformation }: InformationCurve, chance: number): number {
  return binomialMean(tokenMutualInformation, { trials: length - 1, chance });
}

/** The best grid of multiples of `1 / cells`. */
function latticeOptimum(
  curve: InformationCurve,
  { steps, cells }: { steps: number; cells: number },
): number[] {
  const heights = Float64Array.from({ length: cells }, (_, i) => height(curve, i / cells));
  const profile = curveFromTokenMutualInformation(
    curve.tokenMutualInformation.at(-1)!,
    heights,
  );
  const { sizes } = optimalSchedule(profile, { steps });
  return [...revealedCounts(sizes).map((count) => count / cells), 1];
}

/**
 * The best grid whose inner points each move by at most `windowSteps` spacings: a shortest path, exact
 * over these windows, and never worse than where it starts.
 */
function refined(curve: InformationCurve, grid: readonly number[], spacing: number): number[] {
  const last = grid.length - 1;
  const offsets = Array.from({ length: 2 * windowSteps + 1 }, (_, i) => i - windowSteps);
  const layers = grid.map((t, j) =>
    j === 0 || j === last ? [t] : offsets.map((i) => Math.min(1, Math.max(0, t + i * spacing)))
  );
  let gains = [0];
  let heights = [0];
  const back: number[][] = [[]];
  for (let j = 1; j <= last; j++) {
    const before = layers[j - 1]!;
    const origins: number[] = [];
    gains = layers[j]!.map((t) => {
      let [best, origin] = [-Infinity, 0];
      before.forEach((from, i) => {
        const gain = from <= t ? gains[i]! + (t - from) * heights[i]! : -Infinity;
        if (gain > best) [best, origin] = [gain, i];
      });
      origins.push(origin);
      return best;
    });
    back.push(origins);
    heights = j === last ? [] : layers[j]!.map((t) => height(curve, t));
  }
  const moved = new Array<number>(grid.length);
  let i = 0;
  for (let j = last; j >= 0; j--) {
    moved[j] = layers[j]![i]!;
    i = back[j]![i] ?? 0;
  }
  return moved;
}
