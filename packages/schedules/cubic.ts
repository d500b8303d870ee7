import { sizesFromRevealedFraction } from "./revealed_fraction.ts";
import type { ScheduleFamily } from "./schedule_family.ts";

/**
 * The cubic schedule: sizes grow with the square of the step.
 *
 *     N_t = round(L (t / T)^3)
 *
 * The mask ratio 1 - u^3, `pow3` in MaskGIT's code. For L = T^3 the sizes are 1, 7, 19, 37, ..
 *
 * @see Chang, Zhang, Jiang, Liu and Freeman, "MaskGIT", arXiv 2202.04200, section 3.3
 */
export const cubic: ScheduleFamily = {
  name: "cubic",
  formula: "N_t = round(L (t / T)^3)",
  description: "MaskGIT's mask ratio 1 - u^3, pow3 in its code: later still than square.",
  sizes: (options) => sizesFromRevealedFraction((u) => u * u * u, options),
};
