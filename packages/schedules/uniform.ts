import { type MaskSizes, maskSizes } from "./mask_sizes.ts";
import type { ScheduleFamily } from "./schedule_family.ts";
import { checkStepCount } from "./step_count.ts";

/**
 * The balanced schedule: sizes differ by at most 1, and the larger ones are spread evenly.
 *
 *     N_t = floor(t L / T)
 *
 * Sizes are floor(L/T) or ceil(L/T), so s_max is the least possible for T steps. In integers, hence exact.
 */
export const uniform: ScheduleFamily = {
  name: "uniform",
  formula: "N_t = floor(t L / T)",
  description: "Balanced: sizes differ by at most 1. The default of the theory.",
  sizes(options): MaskSizes {
    checkStepCount(options);
    const { length, steps } = options;
    const sizes = new Array<number>(steps);
    const remainder = length % steps;
    const smaller = (length - remainder) / steps;
    // floor(t L / T) = t smaller + floor(t remainder / T); `carried` is t remainder modulo T.
    let carried = 0;
    for (let t = 0; t < steps; t++) {
      carried += remainder;
      const carry = carried >= steps ? 1 : 0;
      carried -= carry * steps;
      sizes[t] = smaller + carry;
    }
    return maskSizes(sizes, { length });
  },
};
