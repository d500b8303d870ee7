import { drawPermutation, type Stream } from "@unmask/random";
import { type MaskSizes, sequenceLength } from "@unmask/schedules";

/** An ordered partition of the positions: the sets revealed in each iteration, first to last. */
export type UnmaskingOrder = readonly Int32Array[];

/**
 * Draws an unmasking order uniformly from the ordered partitions with the given sizes.
 *
 * A uniform permutation cut into runs: each of the `L! / prod_t sizes[t]!` partitions is equally
 * likely. O(L) time and memory.
 *
 * @param sizes Mask sizes in order of unmasking
 * @param stream Where the randomness comes from
 * @returns One set of positions per iteration
 */
export function drawUnmaskingOrder(sizes: MaskSizes, stream: Stream): UnmaskingOrder {
  const permutation = drawPermutation(sequenceLength(sizes), stream);
  let revealed = 0;
  return sizes.map((size) => permutation.subarray(revealed, revealed += size));
}
