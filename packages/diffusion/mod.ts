/**
 * Masked diffusion as it runs: forward masking, mask predictors, the parallel unmasking sampler,
 * and its errors by enumeration and by Monte Carlo.
 *
 * @module
 */
export { CHAIN_ENDPOINT_LENGTH_LIMIT, chainGridEndpoint } from "./chain_grid_endpoint.ts";
export { endpointError } from "./endpoint_error.ts";
export { ENDPOINT_COST_LIMIT, endpointCost, endpointLaw, outputLaw } from "./endpoint_law.ts";
export { estimateChainEndpointError } from "./estimate_chain_endpoint_error.ts";
export { estimatePathError } from "./estimate_path_error.ts";
export { forwardMask, forwardProcess } from "./forward_masking.ts";
export { exactPredictor, type MaskPredictor } from "./mask_predictor.ts";
export { pairsOnGridErrors, type PathAndEndpoint } from "./pairs_on_grid.ts";
export { pathLogRatio } from "./path_log_ratio.ts";
export { TIED_PAIRS_LENGTH_LIMIT, tiedPairsEndpointError } from "./tied_pairs_endpoint.ts";
export { unmask, unmaskInOrder } from "./unmask.ts";
export { drawUnmaskingOrder, type UnmaskingOrder } from "./unmasking_order.ts";
