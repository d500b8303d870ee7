import { curveMeasures, type InformationCurve } from "@unmask/information";
import { layeredProgram } from "./layered_program.ts";
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
 * One step when `error >= TC`; at most `L` steps, whose error is 0. O(L^2) time and memory.
 *
 * @param curve Exact information curve
 * @param options `error`, the budget in nats, at least 0
 * @returns The optimal schedule for that number of steps
 * @throws {RangeError} On a negative or NaN budget, or a cost above the limit
 */
export function fewestSteps(curve: InformationCurve, options: { error: number }): PlannedSchedule {
  const { error } = options;
  if (!(error >= 0)) {
    throw new RangeError(`Cannot plan: the error must be at least 0 nats, got ${error}`);
  }
  const allowed = error + ROUNDING * curveMeasures(curve).entropy;
  const program = layeredProgram(curve, { maximumSteps: curve.length });
  // The frontier does not rise, so the first number of steps within the budget can be bisected.
  let fewest = 1;
  let enough = curve.length;
  while (fewest < enough) {
    const steps = Math.floor((fewest + enough) / 2);
    if (pathError(curve, program.schedule(steps)) <= allowed) enough = steps;
    else fewest = steps + 1;
  }
  const sizes = program.schedule(fewest);
  return { sizes, pathError: pathError(curve, sizes) };
}
