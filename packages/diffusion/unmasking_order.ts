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

/**
 * Checks that an unmasking order reveals every position once: a position revealed twice would be
 * drawn twice, one left out would stay masked. O(L) time and memory.
 *
 * @param order Sets of positions, first to last
 * @param length Tokens in a sequence, `L`
 * @throws {RangeError} Unless the sets are an ordered partition of `0 .. L-1`, none empty
 */
export function checkUnmaskingOrder(order: UnmaskingOrder, length: number): void {
  const seen = new Uint8Array(length);
  let revealed = 0;
  order.forEach((positions, iteration) => {
    if (!(positions.length >= 1)) {
      throw new RangeError(
        `Cannot use an unmasking order: every iteration must reveal a position, got none in iteration ${iteration}`,
      );
    }
    for (const position of positions) {
      if (seen[position] !== 0) {
        throw new RangeError(
          `Cannot use an unmasking order: every position from 0 to ${
            length - 1
          } must occur once, got ${position} in iteration ${iteration}`,
        );
      }
      seen[position] = 1;
      revealed++;
    }
  });
  if (revealed !== length) {
    throw new RangeError(
      `Cannot use an unmasking order: it must reveal ${length} positions, got ${revealed}`,
    );
  }
}
