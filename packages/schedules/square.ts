import { sizesFromRevealedFraction } from "./revealed_fraction.ts";
import type { ScheduleFamily } from "./schedule_family.ts";

/**
 * The square schedule: sizes grow linearly.
 *
 *     N_t = round(L (t / T)^2)
 *
 * The mask ratio 1 - u^2, `pow2` in MaskGIT's code. For L = T^2 the sizes are the odd numbers 1, 3, 5, ..
 *
 * @see Chang, Zhang, Jiang, Liu and Freeman, "MaskGIT", arXiv 2202.04200, section 3.3
 */
export const square: ScheduleFamily = {
  name: "square",
  formula: "N_t = round(L (t / T)^2)",
  description: "MaskGIT's mask ratio 1 - u^2, pow2 in its code: sizes grow linearly.",
  sizes: (options) => sizesFromRevealedFraction((u) => u * u, options),
};
