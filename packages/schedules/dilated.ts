import { sizesFromCounts } from "./clamped_counts.ts";
import type { MaskSizes } from "./mask_sizes.ts";
import type { ScheduleFamily } from "./schedule_family.ts";

/**
 * The sizes of dilated unmasking: every 2^(T-1)-th position first, then the stride halves.
 *
 *     N_t = ceil(L / 2^(T - t)), the multiples of 2^(T - t) below L;   sizes held at 1 where strides exceed L
 *
 * The dilated unmasking scheduler works on a block of B tokens in R = ceil(log_a B) steps with strides
 * floor(B / a^t), a = 2: for B = 2^R it reveals 2, 2, 4, 8, .. and so does this for L = B, T = R. For other lengths
 * the strides here stay powers of two, so that each grid contains the one before. This is one block, and its sizes
 * alone: the scheduler chooses the positions too, and what far-apart positions gain the path error of random ones
 * does not see.
 *
 * @see Luxembourg, Permuter and Nachmani, "Plan for Speed", arXiv 2506.19037; the formula of its strides is as in
 *   published implementations of it
 */
export const dilated: ScheduleFamily = {
  name: "dilated",
  formula: "N_t = ceil(L / 2^(T - t))",
  description:
    "Sizes of dilated unmasking (DUS) in one block: half of the tokens in the last step.",
  // Dividing by a power of two is exact; by an infinite one it gives 0, which is held at 1.
  sizes(options): MaskSizes {
    const { length, steps } = options;
    return sizesFromCounts((t) => Math.ceil(length / 2 ** (steps - t)), options);
  },
};
