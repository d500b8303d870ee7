import { type MaskSizes, maskSizes } from "./mask_sizes.ts";

/**
 * The sizes in the order of masking, as papers print them: s_1, .., s_T.
 *
 *     s_t = sizes[T - t],   t = 1..T
 *
 * arXiv 2505.21400 counts along the forward process, which masks: s_1 tokens are masked first, so they are revealed
 * last. All code here counts along the sampler. This file is the only place where one becomes the other; a schedule
 * read in the wrong order is still a valid schedule, with another error. O(T) time and memory.
 *
 * @param sizes T sizes in order of unmasking
 * @returns Array whose entry t - 1 is the paper's s_t
 * @see Li and Cai, arXiv 2505.21400
 */
export function toMaskingOrder(sizes: MaskSizes): readonly number[] {
  return Array.from(sizes).reverse();
}

/**
 * Mask sizes from the order of masking, as papers print them; the inverse of `toMaskingOrder`.
 *
 *     sizes[t] = s_{T - t},   t = 0..T-1
 *
 * O(T) time and memory.
 *
 * @param paperSizes Array whose entry t - 1 is the paper's s_t
 * @returns T sizes in order of unmasking
 * @throws RangeError if `maskSizes` refuses them
 * @see Li and Cai, arXiv 2505.21400
 */
export function fromMaskingOrder(paperSizes: readonly number[]): MaskSizes {
  return maskSizes(Array.from(paperSizes).reverse());
}
