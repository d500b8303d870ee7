/**
 * Masked diffusion as it runs: forward masking, mask predictors, decoding policies, the parallel
 * unmasking sampler, and its errors by enumeration and by Monte Carlo.
 *
 * @module
 */
export { type AsyncMaskPredictor, awaited } from "./async_mask_predictor.ts";
export { type BatchMaskPredictor, inTurn, type PredictionRequest } from "./batch_mask_predictor.ts";
export { endpointCost, endpointLaw, outputLaw } from "./endpoint_law.ts";
export { CHAIN_ENDPOINT_LENGTH_LIMIT, chainGridEndpoint } from "./chain_grid_endpoint.ts";
export { endpointError } from "./endpoint_error.ts";
export { estimateChainEndpointError } from "./estimate_chain_endpoint_error.ts";
export { DivergenceProfile, type ProfileData } from "./divergence_profile.ts";
export { estimateDivergenceProfile, type ProfileOptions } from "./estimate_divergence_profile.ts";
export { estimateNeighbourPathError } from "./estimate_neighbour_path_error.ts";
export { estimatePathError } from "./estimate_path_error.ts";
export { estimatePathErrorInBatches } from "./estimate_path_error_in_batches.ts";
export { estimatePolicy, type PolicyEstimates } from "./estimate_policy.ts";
export { forwardMask, forwardProcess } from "./forward_masking.ts";
export { exactPredictor, type MaskPredictor } from "./mask_predictor.ts";
export { pairsOnGridErrors, type PathAndEndpoint } from "./pairs_on_grid.ts";
export { pathLogRatio } from "./path_log_ratio.ts";
export { autoregressive } from "./policies/autoregressive.ts";
export { bernoulliGrid } from "./policies/bernoulli_grid.ts";
export { bisection, bisectionOrder } from "./policies/bisection.ts";
export { confidenceFactor } from "./policies/confidence_factor.ts";
export { confidenceThreshold } from "./policies/confidence_threshold.ts";
export { dilatedPositions } from "./policies/dilated_positions.ts";
export { entropyBounded } from "./policies/entropy_bounded.ts";
export { entropySum } from "./policies/entropy_sum.ts";
export { fixedOrder } from "./policies/fixed_order.ts";
export { inBlocks } from "./policies/in_blocks.ts";
export { randomPositions } from "./policies/random_positions.ts";
export { randomisedSizes, type WeightedSizes } from "./policies/randomised_sizes.ts";
export { remaskingGrid } from "./policies/remasking_grid.ts";
export { farApart, leftToRight, type TieOrder } from "./policies/tie_order.ts";
export { confidence, margin, negativeEntropy, type TokenScore } from "./policies/token_score.ts";
export { topPositions } from "./policies/top_positions.ts";
export { ENDPOINT_COST_LIMIT, EnumerationTooLarge } from "./enumeration_limit.ts";
export { type PolicyErrors, policyErrors } from "./policy_errors.ts";
export { TIED_PAIRS_LENGTH_LIMIT, tiedPairsEndpointError } from "./tied_pairs_endpoint.ts";
export { estimateTrainingError } from "./estimate_training_error.ts";
export { ngramPredictor } from "./ngram_predictor.ts";
export { noisyLogits } from "./noisy_logits.ts";
export { tempered } from "./tempered.ts";
export { TRAINING_ERROR_COST_LIMIT, trainingError, trainingErrorCost } from "./training_error.ts";
export { uniformMixture } from "./uniform_mixture.ts";
export { NeighbourSampler } from "./neighbour_sampler.ts";
export { type SamplingRun, type SequenceBlock, sequenceBlocks } from "./sequence_blocks.ts";
export { unmask, unmaskInOrder } from "./unmask.ts";
export { unmaskBatch, unmaskBatchAwaited } from "./unmask_batch.ts";
export { unmaskByPolicy, type UnmaskedSequence } from "./unmask_by_policy.ts";
export { drawUnmaskingOrder, type UnmaskingOrder } from "./unmasking_order.ts";
export {
  onlyRule,
  type Proposal,
  type UnmaskingPolicy,
  type UnmaskingRule,
  type UnmaskingView,
  type WeightedRule,
} from "./unmasking_policy.ts";
export { UnmaskingRun } from "./unmasking_run.ts";
export { type UnmaskingStep, unmaskingSteps } from "./unmasking_steps.ts";
