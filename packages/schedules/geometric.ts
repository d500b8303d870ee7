import type { MaskSizes } from "./mask_sizes.ts";
import { sizesFromRevealedFraction } from "./revealed_fraction.ts";
import type { ScheduleFamily } from "./schedule_family.ts";

/**
 * The geometric schedule: one more than the revealed count grows by a constant factor.
 *
 *     N_t = round((L + 1)^(t / T) - 1)
 *
 * For L = 2^T - 1 the sizes are exactly 1, 2, 4, .., 2^(T-1): the doubling that a recursive bisection of positions
 * uses. Where the factor (L + 1)^(1/T) is close to 1 the first sizes are held at 1.
 */
export const geometric: ScheduleFamily = {
  name: "geometric",
  formula: "N_t = round((L + 1)^(t / T) - 1)",
  description: "Sizes grow by a constant factor; other code calls similar rules exponential.",
  sizes(options): MaskSizes {
    const { length } = options;
    const growth = Math.log1p(length);
    return sizesFromRevealedFraction((u) => Math.expm1(u * growth) / length, options);
  },
};
