import type { MaskSizes } from "./mask_sizes.ts";
import { sizesFromRevealedFraction } from "./revealed_fraction.ts";
import type { ScheduleFamily } from "./schedule_family.ts";

/**
 * The exponential schedule: the revealed count grows by a constant factor.
 *
 *     N_t = round(L^(t / T)),   t >= 1
 *
 * The mask ratio 1 - L^(u - 1), `exp` in MaskGIT's code. The inverse function of `log`. `geometric` grows N_t + 1 in
 * place of N_t, so that its sizes are a geometric sequence from the first; here the first size is the factor itself.
 *
 * @see Chang, Zhang, Jiang, Liu and Freeman, "MaskGIT", arXiv 2202.04200, section 3.3 and its published code
 */
export const exponential: ScheduleFamily = {
  name: "exponential",
  formula: "N_t = round(L^(t / T))",
  description: "MaskGIT's mask ratio 1 - L^(u - 1), exp in its code: N_t grows by a factor.",
  sizes(options): MaskSizes {
    const span = Math.log(options.length);
    return sizesFromRevealedFraction((u) => Math.exp((u - 1) * span), options);
  },
};
