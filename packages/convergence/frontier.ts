import type { InformationCurve } from "@unmask/information";
import { layeredProgram } from "./layered_program.ts";
import type { PlannedSchedule } from "./optimal_schedule.ts";
import { pathError } from "./path_error.ts";

/**
 * The least path error for every number of steps: the price list of a law.
 *
 * Falls from the total correlation at one step to 0 at `L` steps. O(L^2) time and memory.
 *
 * @param curve Exact information curve
 * @returns `L` optimal schedules, for `1 .. L` steps
 * @throws {RangeError} When `L^2` is above the limit of the layered program
 */
export function frontier(curve: InformationCurve): PlannedSchedule[] {
  const program = layeredProgram(curve, { maximumSteps: curve.length });
  return Array.from({ length: curve.length }, (_, t) => {
    const sizes = program.schedule(t + 1);
    return { sizes, pathError: pathError(curve, sizes) };
  });
}
