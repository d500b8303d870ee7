import { compensatedSum, type InformationCurve } from "@unmask/information";
import { checkBlockSteps } from "@unmask/schedules";
import { type BlockSchedule, joinBlocks } from "./block_schedule.ts";
import { cornersAround } from "./corners_around.ts";
import { fewestOnFrontier } from "./fewest_on_frontier.ts";
import { type JointCorner, JointFrontier } from "./joint_frontier.ts";
import { pathError } from "./path_error.ts";
import type { CornerPair } from "./penalised_frontier.ts";

/**
 * The schedule of least path error in exactly `steps` steps, the blocks unmasked from left to right.
 *
 *     min over T_1 + .. + T_m = T, 1 <= T_b <= |B_b|, of sum_b error_b(T_b)
 *
 * The least error of a block is convex in its steps, since the cost of an iteration is concave
 * Monge; so one penalty per step, common to all blocks, finds the best split and the best sizes at
 * once. Where several splits are as good, one of them; blocks that share one curve object are planned
 * once and take steps that differ by at most one. O(n) a penalty for each different block of `n`
 * tokens, about ten penalties.
 *
 * @param curves The block information curve of each block, from left to right
 * @param options `steps` `T`, an integer from the number of blocks to `L`
 * @returns An optimal schedule: all sizes in order of unmasking, and those of each block
 * @throws {RangeError} On steps out of that range
 */
export function optimalBlockSchedule(
  curves: readonly InformationCurve[],
  options: { steps: number },
): BlockSchedule {
  const { steps } = options;
  checkBlockSteps(curves.map(({ length }) => length), steps);
  const frontier = new JointFrontier(curves);
  const pair = cornersAround(frontier, { measure: "steps", value: steps });
  return scheduleOf(curves, { frontier, pair, steps });
}

/**
 * The blocks' schedule of fewest steps whose path error is at most `error`.
 *
 * Errors are compared up to the rounding of a curve, as in `fewestSteps`. At least one step a block,
 * at most one a token, whose error is 0. Cost as {@linkcode optimalBlockSchedule}.
 *
 * @param curves The block information curve of each block, from left to right
 * @param options `error`, the budget in nats, at least 0
 * @returns The optimal schedule for that number of steps
 * @throws {RangeError} On a negative or NaN budget
 */
export function fewestBlockSteps(
  curves: readonly InformationCurve[],
  options: { error: number },
): BlockSchedule {
  const frontier = new JointFrontier(curves);
  const resolutions = Float64Array.from(curves, (curve) => curve.length * curve.resolution);
  return fewestOnFrontier(frontier, {
    error: options.error,
    resolution: compensatedSum(resolutions),
    planned: (pair, steps) => scheduleOf(curves, { frontier, pair, steps }),
  });
}

function scheduleOf(
  curves: readonly InformationCurve[],
  options: { frontier: JointFrontier; pair: CornerPair<JointCorner>; steps: number },
): BlockSchedule {
  const { frontier, pair, steps } = options;
  const schedules = frontier.schedulesBetween(pair, { steps });
  // Alike blocks share a schedule, and its error is computed once.
  const errors = new Map<object, number>();
  return joinBlocks(schedules.map((sizes, b) => {
    const known = errors.get(sizes);
    const error = known ?? pathError(curves[b]!, sizes);
    errors.set(sizes, error);
    return { sizes, pathError: error };
  }));
}
