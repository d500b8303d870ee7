import type { InformationCurve } from "@unmask/information";
import { naivePathError } from "@unmask/testing";
import type { Question } from "../question.ts";

/** What a planner is given. */
export interface PlanningTask {
  /** Exact curve. */
  readonly curve: InformationCurve;
  /** Steps to spend. */
  readonly steps: number;
}

/**
 * A schedule of least path error in a number of steps. Schedules may tie, so what must agree is the
 * error of the sizes, summed here as the staircase, and that they are sizes at all.
 */
export const optimalSchedule: Question<PlanningTask, readonly number[]> = {
  name: "optimal-schedule",
  figures: (sizes, { curve }) => [
    naivePathError(curve.conditionalEntropies, sizes),
    sizes.length,
    sizes.reduce((sum, size) => sum + size, 0),
    sizes.filter((size) => !(Number.isInteger(size) && size >= 1)).length,
  ],
};
