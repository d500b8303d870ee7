/**
 * Masked diffusion as it runs: forward masking, mask predictors, the parallel unmasking sampler,
 * and its errors by enumeration and by Monte Carlo.
 *
 * @module
 */
export { endpointError } from "./endpoint_error.ts";
export { ENDPOINT_COST_LIMIT, endpointCost, endpointLaw, outputLaw } from "./endpoint_law.ts";
export { estimateNeighbourPathError } from "./estimate_neighbour_path_error.ts";
export { estimatePathError } from "./estimate_path_error.ts";
export { forwardMask, forwardProcess } from "./forward_masking.ts";
export { exactPredictor, type MaskPredictor } from "./mask_predictor.ts";
export { NeighbourSampler } from "./neighbour_sampler.ts";
export { pathLogRatio } from "./path_log_ratio.ts";
export { type SamplingRun, type SequenceBlock, sequenceBlocks } from "./sequence_blocks.ts";
export { unmask, unmaskInOrder } from "./unmask.ts";
export { drawUnmaskingOrder, type UnmaskingOrder } from "./unmasking_order.ts";
