import type { InformationCurve } from "@unmask/information";
import type { MaskSizes } from "@unmask/schedules";
import { layeredProgram } from "./layered_program.ts";
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
 * Zero error at `steps = L`; the total correlation at `steps = 1`. O(L T) time, `4 L T` bytes.
 *
 * @param curve Exact information curve
 * @param options `steps` `T`, an integer in `1 .. L`
 * @returns An optimal schedule and its error; where several are optimal, one of them
 * @throws {RangeError} On steps out of range, or a cost above the limit of the layered program
 */
export function optimalSchedule(
  curve: InformationCurve,
  options: { steps: number },
): PlannedSchedule {
  const { steps } = options;
  const sizes = layeredProgram(curve, { maximumSteps: steps }).schedule(steps);
  return { sizes, pathError: pathError(curve, sizes) };
}
