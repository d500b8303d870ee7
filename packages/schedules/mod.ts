/**
 * Mask size schedules: how many tokens each sampling iteration reveals, always in order of unmasking.
 *
 * @module
 */
export { arccos } from "./arccos.ts";
export { beta, BETA_PARAMETER_RANGE } from "./beta.ts";
export { chanceTogether, chanceTogetherOnGrid } from "./chance_together.ts";
export { cosine } from "./cosine.ts";
export { cubic } from "./cubic.ts";
export { dilated } from "./dilated.ts";
export { exponential } from "./exponential.ts";
export { type BlockLengths, blocksOfLength, equalBlocks } from "./block_lengths.ts";
export { checkBlockSteps, evenBlockSteps } from "./even_block_steps.ts";
export { scheduleFamilies, scheduleFamily } from "./families.ts";
export { frontLoaded } from "./front_loaded.ts";
export { geometric } from "./geometric.ts";
export {
  finestGeometricGridSchedule,
  geometricGridSchedule,
  geometricGridSpan,
} from "./geometric_grid.ts";
export {
  dualTotalCorrelationSchedule,
  finestDualTotalCorrelationSchedule,
  finestTotalCorrelationSchedule,
  totalCorrelationSchedule,
} from "./known_correlation.ts";
export { linear } from "./linear.ts";
export { lladaTransfer, sizesFromLladaTransfer } from "./llada_transfer.ts";
export { log } from "./log.ts";
export {
  type MaskSizes,
  maskSizes,
  maximumSize,
  revealedCounts,
  sequenceLength,
} from "./mask_sizes.ts";
export { fromMaskingOrder, toMaskingOrder } from "./masking_order.ts";
export { mdlmGrid, sizesFromMdlmGrid } from "./mdlm_grid.ts";
export { sizesFromRevealedFraction } from "./revealed_fraction.ts";
export type { ScheduleFamily } from "./schedule_family.ts";
export { sqrt } from "./sqrt.ts";
export { square } from "./square.ts";
export { sizesFromTimeGrid, type TimeGrid, timeGrid, timeGridFromSizes } from "./time_grid.ts";
export { sizesByBlock } from "./sizes_by_block.ts";
export { unbalanced } from "./unbalanced.ts";
export { uniform } from "./uniform.ts";
