import type { MaskSizes } from "./mask_sizes.ts";
import { sizesFromRevealedFraction } from "./revealed_fraction.ts";
import type { ScheduleFamily } from "./schedule_family.ts";

/**
 * The logarithmic schedule: most tokens in the first steps.
 *
 *     N_t = round(L (1 + log(t / T) / log L)),   0 where that is negative
 *
 * The mask ratio -log2(u) / log2(L) of MaskGIT's code, which clips it to at most 1: for more steps than tokens only,
 * as u >= 1/T >= 1/L here. The inverse function of `exponential`.
 *
 * @see Chang, Zhang, Jiang, Liu and Freeman, "MaskGIT", arXiv 2202.04200, section 3.3 and its published code
 */
export const log: ScheduleFamily = {
  name: "log",
  formula: "N_t = round(L (1 + log(t / T) / log L))",
  description: "MaskGIT's mask ratio -log(u) / log(L): most tokens in the first steps.",
  sizes(options): MaskSizes {
    const span = Math.log(options.length);
    // At u = 1/L rounding may leave the sum a last bit below 0.
    return sizesFromRevealedFraction((u) => Math.max(0, 1 + Math.log(u) / span), options);
  },
};
