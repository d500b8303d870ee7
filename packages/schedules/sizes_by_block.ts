import type { BlockLengths } from "./block_lengths.ts";
import { type MaskSizes, maskSizes } from "./mask_sizes.ts";

/**
 * The sizes of each block, from sizes over the whole sequence that stop at every border.
 *
 * O(T) time and memory.
 *
 * @param sizes Mask sizes in order of unmasking, the blocks one after another
 * @param options.lengths Lengths of the blocks
 * @returns The mask sizes of each block
 * @throws RangeError if the sizes do not sum to the length, or one of them crosses a border
 */
export function sizesByBlock(
  sizes: readonly number[],
  { lengths }: { lengths: BlockLengths },
): readonly MaskSizes[] {
  const length = lengths.reduce((sum, tokens) => sum + tokens, 0);
  const whole = maskSizes(sizes, { length });
  let next = 0;
  return lengths.map((tokens, b) => {
    const first = next;
    let filled = 0;
    while (filled < tokens) filled += whole[next++]!;
    if (filled !== tokens) {
      throw new RangeError(
        `Cannot split sizes into blocks: they must fill block ${
          b + 1
        } of ${tokens} tokens exactly, got ${filled} tokens at size ${next} of ${whole.length}`,
      );
    }
    return maskSizes(whole.slice(first, next));
  });
}
