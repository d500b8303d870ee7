import { sizesFromRevealedFraction } from "./revealed_fraction.ts";
import type { ScheduleFamily } from "./schedule_family.ts";

/**
 * The arccosine schedule: nearly uniform at first, most tokens late.
 *
 *     N_t = round(L (1 - arccos(t / T) / (pi / 2))) = round(L (2 / pi) arcsin(t / T))
 *
 * The mask ratio arccos(u) / (pi / 2), found as `arccos` in PyTorch versions of MaskGIT; MaskGIT itself has none. It
 * is the inverse function of sin(pi u / 2), which is `cosine` mirrored in time. One such code reads its functions
 * another way when it samples: it makes the sizes, not the masked counts, proportional to them.
 *
 * @see Besnier and Chen, "A Pytorch Reproduction of Masked Generative Image Transformer", arXiv 2310.14400
 */
export const arccos: ScheduleFamily = {
  name: "arccos",
  formula: "N_t = round(L (1 - arccos(t / T) / (pi / 2)))",
  description: "The mask ratio arccos(u) / (pi / 2) of PyTorch versions of MaskGIT.",
  // 1 - arccos(u) / (pi / 2) as an arcsine, which does not cancel near u = 0.
  sizes: (options) => sizesFromRevealedFraction((u) => Math.asin(u) / (Math.PI / 2), options),
};
