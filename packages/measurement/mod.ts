/**
 * What a trained model's sampling costs, measured: its curve on held-out text, the negative
 * log-likelihood of its paths, plans, and what of all that is known. Nothing here is exact.
 *
 * @module
 */
export { scoredBy } from "./scored_by.ts";
export type { ScoredModel, ScoreRequest } from "./scored_model.ts";
