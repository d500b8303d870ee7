import { fromMaskingOrder } from "./masking_order.ts";
import type { ScheduleFamily } from "./schedule_family.ts";
import { unbalanced } from "./unbalanced.ts";

/**
 * Many tokens in the first step, when nothing is known, then one at a time: the mirror of `unbalanced`.
 *
 *     sizes = [L - T + 1, 1, .., 1],   N_t = L - T + t for t >= 1
 *
 * It has the same s_max as `unbalanced`, so a bound that sees the schedule only through s_max cannot tell them
 * apart; the exact error can.
 */
export const frontLoaded: ScheduleFamily = {
  name: "front-loaded",
  formula: "sizes = [L - T + 1, 1, .., 1]",
  description: "The large set first, then one token a step: the unbalanced schedule mirrored.",
  sizes: (options) => fromMaskingOrder(unbalanced.sizes(options)),
};
