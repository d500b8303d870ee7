/**
 * Potts and Markov chains and Potts rings: exactly solvable laws over sequences, with their
 * information curves in closed form.
 *
 * @module
 */
export { CHAIN_LENGTH_LIMIT } from "./chain_curve.ts";
export type { ContextInformation } from "./context_information.ts";
export { type AdditiveSmoothing, DEFAULT_PSEUDO_COUNT } from "./additive_smoothing.ts";
export { contextCounts } from "./context_counts.ts";
export { CONTEXT_CELL_LIMIT } from "./context_passes.ts";
export {
  CONTEXT_LIMIT,
  type ContextTransitions,
  contextTransitions,
} from "./context_transitions.ts";
export { fitContextTransitions, type FittedContexts } from "./fit_context_transitions.ts";
export { type FittedTransitions, fitTransitions } from "./fit_transitions.ts";
export { HigherOrderChain } from "./higher_order_chain.ts";
export { markovChain, type MarkovChainOptions } from "./markov_chain.ts";
export { MarkovLaw } from "./markov_law.ts";
export { CHAIN_COST_LIMIT } from "./matrix_kernel.ts";
export { pottsChain } from "./potts_chain.ts";
export type { PottsOptions } from "./potts_options.ts";
export { pottsRing } from "./potts_ring.ts";
export { stationaryLaw } from "./stationary_law.ts";
export type { TokenBetween, TransitionKernel } from "./transition_kernel.ts";
export { STATE_LIMIT, type TransitionMatrix, transitionMatrix } from "./transition_matrix.ts";
export { NEIGHBOUR_TABLE_LIMIT } from "./tabulate.ts";
