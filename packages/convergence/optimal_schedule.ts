import type { InformationCurve } from "@unmask/information";
import type { MaskSizes } from "@unmask/schedules";
import { checkSteps } from "./check_steps.ts";
import { cornersAround } from "./corners_around.ts";
import { FrontierHull, scheduleBetween } from "./frontier_hull.ts";
import { pathError } from "./path_error.ts";

/** A schedule with its exact path error. */
export interface PlannedSchedule {
  /** Mask sizes in order of unmasking. */
  readonly sizes: MaskSizes;
  /** Path error in nats. */
  readonly pathError: number;
}

/**
 * The schedule of least path error in exactly `steps` steps.
 *
 *     min over sizes of EKL(sizes),   sizes[0] + .. + sizes[T-1] = L
 *
 * Zero error at `steps = L`; the total correlation at `steps = 1`. The least error is convex in the
 * number of steps, so the optimum is a corner of that frontier, the solution of some penalty per
 * step, or is joined from the two neighbouring corners. O(L) a penalty and about ten of them,
 * whatever the steps; 64 bytes a token.
 *
 * @param curve Exact information curve
 * @param options `steps` `T`, an integer in `1 .. L`
 * @returns An optimal schedule and its error; where several are optimal, one of them
 * @throws {RangeError} On steps out of range
 */
export function optimalSchedule(
  curve: InformationCurve,
  options: { steps: number },
): PlannedSchedule {
  const { steps } = options;
  checkSteps(steps, { most: curve.length, what: "the length" });
  const hull = new FrontierHull(curve);
  const pair = cornersAround(hull, { measure: "steps", value: steps });
  const sizes = scheduleBetween(pair, { steps });
  return { sizes, pathError: pathError(curve, sizes) };
}
