import { sizesFromRevealedFraction } from "./revealed_fraction.ts";
import type { ScheduleFamily } from "./schedule_family.ts";

/**
 * The cosine schedule: few tokens first, while little is known, and most of them late.
 *
 *     N_t = round(L (1 - cos(pi t / (2 T))))
 *
 * The mask ratio cos(pi u / 2) of MaskGIT, which rounds the masked count down where this rounds to nearest, so its
 * sizes may differ by one. What continuous diffusion calls a cosine schedule, cos^2(pi u / 2), is another.
 *
 * @see Chang, Zhang, Jiang, Liu and Freeman, "MaskGIT", arXiv 2202.04200, section 3.3
 */
export const cosine: ScheduleFamily = {
  name: "cosine",
  formula: "N_t = round(L (1 - cos(pi t / (2 T))))",
  description: "MaskGIT's cosine mask ratio: small sets first, large sets last.",
  // 1 - cos(x) = 2 sin^2(x/2), which does not cancel near u = 0.
  sizes: (options) => sizesFromRevealedFraction((u) => 2 * Math.sin(Math.PI * u / 4) ** 2, options),
};
