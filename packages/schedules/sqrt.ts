import { sizesFromRevealedFraction } from "./revealed_fraction.ts";
import type { ScheduleFamily } from "./schedule_family.ts";

/**
 * The square root schedule: large sets first.
 *
 *     N_t = round(L sqrt(t / T))
 *
 * The mask ratio 1 - sqrt(u), `pow0.5` in MaskGIT's code and `root` in PyTorch versions of it. The inverse function
 * of `square`.
 *
 * @see Chang, Zhang, Jiang, Liu and Freeman, "MaskGIT", arXiv 2202.04200, section 3.3
 */
export const sqrt: ScheduleFamily = {
  name: "sqrt",
  formula: "N_t = round(L sqrt(t / T))",
  description: "MaskGIT's mask ratio 1 - sqrt(u), elsewhere root: large sets first.",
  sizes: (options) => sizesFromRevealedFraction(Math.sqrt, options),
};
