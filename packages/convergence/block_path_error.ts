import type { InformationCurve } from "@unmask/information";
import { sizesByBlock } from "@unmask/schedules";
import { type BlockSchedule, joinBlocks } from "./block_schedule.ts";
import { pathError } from "./path_error.ts";

/**
 * Exact path error of blocks that are unmasked from left to right, in random order inside each.
 *
 *     sum_b [ sum_t sizes_b[t] f_b(N_t) - H(X_{B_b} | X_{B_<b}) ]
 *
 * By the chain rule of the divergence over the iterations: all those of a block are run with the
 * blocks before it known in full, whatever sizes they had. Zero for all ones. O(L).
 *
 * @param curves The block information curve of each block, from left to right
 * @param sizes Mask sizes in order of unmasking, the blocks one after another; none crosses a border
 * @returns The sizes of each block and its path error, and their sum, in nats
 * @throws {RangeError} When the sizes do not fill every block exactly
 */
export function blockPathError(
  curves: readonly InformationCurve[],
  sizes: readonly number[],
): BlockSchedule {
  return joinBlocks(
    sizesByBlock(sizes, { lengths: curves.map(({ length }) => length) }).map((part, b) => ({
      sizes: part,
      pathError: pathError(curves[b]!, part),
    })),
  );
}
