import { type MaskSizes, maskSizes } from "./mask_sizes.ts";
import type { ScheduleFamily } from "./schedule_family.ts";
import { checkStepCount } from "./step_count.ts";

/**
 * Single tokens first, and all the others at once in the last step.
 *
 *     sizes = [1, .., 1, L - T + 1],   N_t = t for t < T
 *
 * In the order of masking s_1 = s_max and the rest are 1: the large set is masked first and so revealed last, when
 * most is known. Its mirror is `front-loaded`.
 *
 * @see Li and Cai, arXiv 2505.21400 (unbalanced mask sizes)
 */
export const unbalanced: ScheduleFamily = {
  name: "unbalanced",
  formula: "sizes = [1, .., 1, L - T + 1]",
  description:
    "One token a step, and the rest in one last step: s_1 = s_max in the order of masking.",
  sizes(options): MaskSizes {
    checkStepCount(options);
    const { length, steps } = options;
    const sizes = new Array<number>(steps).fill(1);
    sizes[steps - 1] = length - steps + 1;
    return maskSizes(sizes, { length });
  },
};
