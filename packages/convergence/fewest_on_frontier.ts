import { cornersAround } from "./corners_around.ts";
import {
  chordSlope,
  type CornerPair,
  type FrontierCorner,
  type FrontierVertex,
  type PenalisedFrontier,
} from "./penalised_frontier.ts";

/** Relative rounding of a path error, a compensated sum of differences. */
const ROUNDING = 2 ** -49;

/**
 * The plan of fewest steps on a frontier whose path error is at most `error`, up to rounding: that of
 * the sum, and what the curve's own resolution leaves open.
 *
 * The least error is linear between neighbouring corners of the frontier, so the two about the budget
 * tell the number of steps.
 *
 * @param frontier The frontier
 * @param options `error`, the budget in nats; `resolution` of all curves together, in nats; `planned`,
 *   the plan of a number of steps between two neighbouring corners, with its path error in nats
 * @returns The optimal plan for that number of steps
 * @throws {RangeError} On a negative or NaN budget
 */
export function fewestOnFrontier<
  Corner extends FrontierCorner,
  Plan extends { readonly pathError: number },
>(
  frontier: PenalisedFrontier<Corner>,
  options: {
    error: number;
    resolution: number;
    planned(pair: CornerPair<Corner>, steps: number): Plan;
  },
): Plan {
  const { error, resolution, planned } = options;
  if (!(error >= 0)) {
    throw new RangeError(`Cannot plan: the error must be at least 0 nats, got ${error}`);
  }
  const allowed = error * (1 + ROUNDING) + resolution;
  const { fewest } = frontier;
  const least = planned({ few: fewest, many: fewest }, fewest.steps);
  if (least.pathError <= allowed) return least;
  const pair = cornersAround(frontier, { measure: "error", value: allowed / frontier.unit });
  // The chord is exact up to rounding, so the steps that it tells may be off by one where they tie.
  let steps = stepsOnChord(pair, allowed / frontier.unit);
  let plan = planned(pair, steps);
  while (!(plan.pathError <= allowed) && steps < pair.many.steps) plan = planned(pair, ++steps);
  while (steps - 1 > pair.few.steps) {
    const fewer = planned(pair, steps - 1);
    if (!(fewer.pathError <= allowed)) break;
    plan = fewer;
    steps--;
  }
  return plan;
}

/** The first number of steps above those of `few` at which the chord is within the budget. */
function stepsOnChord({ few, many }: CornerPair<FrontierVertex>, allowed: number): number {
  const slope = chordSlope({ few, many });
  const spare = slope > 0 ? Math.floor((allowed - many.error) / slope) : 0;
  return Math.max(few.steps + 1, many.steps - Math.max(0, spare));
}
