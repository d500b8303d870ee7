import { fromMaskingOrder } from "./masking_order.ts";
import type { ScheduleFamily } from "./schedule_family.ts";
import { uniform } from "./uniform.ts";

/**
 * MaskGIT's linear schedule: after the share u of the steps, the share 1 - u is still masked.
 *
 *     L - N_t = floor(L (1 - t / T)),   so N_t = ceil(t L / T)
 *
 * The same sizes as `uniform` up to which steps get the larger ones: rounding the masked count down, not the
 * revealed one, puts them as early as `uniform` puts them late. Since ceil(t L / T) = L - floor((T - t) L / T), it
 * is `uniform` read backwards, and equal to it where T divides L. MaskGIT's paper calls the rule linear, its published
 * code calls it uniform.
 *
 * @see Chang, Zhang, Jiang, Liu and Freeman, "MaskGIT", arXiv 2202.04200, section 3.3
 */
export const linear: ScheduleFamily = {
  name: "linear",
  formula: "N_t = ceil(t L / T): floor(L (1 - t / T)) stay masked",
  description: "MaskGIT's linear mask ratio: uniform, with the larger sizes at the mirrored steps.",
  sizes: (options) => fromMaskingOrder(uniform.sizes(options)),
};
