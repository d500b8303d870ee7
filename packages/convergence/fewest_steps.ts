import { curveMeasures, type InformationCurve } from "@unmask/information";
import type { MaskSizes } from "@unmask/schedules";
import { cornersAround } from "./corners_around.ts";
import { chordSlope, type CornerPair, FrontierHull, scheduleBetween } from "./frontier_corner.ts";
import type { PlannedSchedule } from "./optimal_schedule.ts";
import { pathError } from "./path_error.ts";

/**
 * Share of the entropy by which a computed path error may exceed the exact one: curves of enumerated
 * laws are differences of entropies, each good to a few last bits.
 */
const ROUNDING = 2 ** -49;

/**
 * The schedule of fewest steps whose path error is at most `error`.
 *
 * Errors are compared up to the rounding of a curve, {@linkcode ROUNDING} of `H(X)`: a code given as
 * a table has flat stretches that are flat to the last bits only.
 *
 * One step when `error >= TC`; at most `L` steps, whose error is 0. The least error is linear between
 * neighbouring corners of the frontier, so the two about the budget tell the number of steps. O(L) a
 * corner, of which some ten are looked at.
 *
 * @param curve Exact information curve
 * @param options `error`, the budget in nats, at least 0
 * @returns The optimal schedule for that number of steps
 * @throws {RangeError} On a negative or NaN budget
 */
export function fewestSteps(curve: InformationCurve, options: { error: number }): PlannedSchedule {
  const { error } = options;
  if (!(error >= 0)) {
    throw new RangeError(`Cannot plan: the error must be at least 0 nats, got ${error}`);
  }
  const allowed = error + ROUNDING * curveMeasures(curve).entropy;
  const planned = (sizes: MaskSizes): PlannedSchedule => ({
    sizes,
    pathError: pathError(curve, sizes),
  });
  const hull = new FrontierHull(curve);
  const oneShot = planned(scheduleBetween({ few: hull.oneShot, many: hull.oneShot }, { steps: 1 }));
  if (oneShot.pathError <= allowed) return oneShot;
  const pair = cornersAround(hull, { measure: "error", value: allowed / hull.unit });
  // The chord is exact up to rounding, so the steps that it tells may be off by one where they tie.
  let steps = stepsOnChord(pair, allowed / hull.unit);
  let plan = planned(scheduleBetween(pair, { steps }));
  while (!(plan.pathError <= allowed) && steps < pair.many.steps) {
    plan = planned(scheduleBetween(pair, { steps: ++steps }));
  }
  while (steps - 1 > pair.few.steps) {
    const fewer = planned(scheduleBetween(pair, { steps: steps - 1 }));
    if (!(fewer.pathError <= allowed)) break;
    plan = fewer;
    steps--;
  }
  return plan;
}

/** The first number of steps above those of `few` at which the chord is within the budget. */
function stepsOnChord({ few, many }: CornerPair, allowed: number): number {
  const slope = chordSlope({ few, many });
  const spare = slope > 0 ? Math.floor((allowed - many.error) / slope) : 0;
  return Math.max(few.steps + 1, many.steps - Math.max(0, spare));
}
