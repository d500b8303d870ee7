import { compensatedSum } from "@unmask/information";
import { type MaskSizes, maskSizes } from "@unmask/schedules";
import type { PlannedSchedule } from "./optimal_schedule.ts";

/** A schedule of contiguous blocks, unmasked one after another, with its exact path error. */
export interface BlockSchedule extends PlannedSchedule {
  /** Each block's own schedule and its share of the path error, from left to right. */
  readonly blocks: readonly PlannedSchedule[];
}

/**
 * The schedule that runs the schedules of blocks one after another.
 *
 * @param blocks A schedule of each block, from left to right
 * @returns All sizes in order of unmasking, and the sum of the path errors
 */
export function joinBlocks(blocks: readonly PlannedSchedule[]): BlockSchedule {
  const sizes: MaskSizes = maskSizes(blocks.flatMap((block) => [...block.sizes]));
  const pathError = compensatedSum(Float64Array.from(blocks, (block) => block.pathError));
  return { sizes, pathError, blocks };
}
