import type { InformationCurve } from "@unmask/information";
import { fewestOnFrontier } from "./fewest_on_frontier.ts";
import { FrontierHull, scheduleBetween } from "./frontier_hull.ts";
import type { PlannedSchedule } from "./optimal_schedule.ts";
import { pathError } from "./path_error.ts";

/**
 * The schedule of fewest steps whose path error is at most `error`.
 *
 * Errors are compared up to rounding, and up to the resolution of a curve that was computed from
 * differences of entropies: a code given as a table has flat stretches that are flat to the last bits
 * only.
 *
 * One step when `error >= TC`; at most `L` steps, whose error is 0. O(L) a corner of the frontier, of
 * which some ten are looked at.
 *
 * @param curve Exact information curve
 * @param options `error`, the budget in nats, at least 0
 * @returns The optimal schedule for that number of steps
 * @throws {RangeError} On a negative or NaN budget
 */
export function fewestSteps(curve: InformationCurve, options: { error: number }): PlannedSchedule {
  return fewestOnFrontier(new FrontierHull(curve), {
    error: options.error,
    // Each conditional entropy enters the error once, as does each of the staircase.
    resolution: curve.length * curve.resolution,
    planned(pair, steps): PlannedSchedule {
      const sizes = scheduleBetween(pair, { steps });
      return { sizes, pathError: pathError(curve, sizes) };
    },
  });
}
