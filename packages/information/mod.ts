/**
 * Laws over sequences, their entropies and informations, and the information curve that every
 * sampling error is linear in. All values are in nats.
 *
 * @module
 */
export {
  BLOCK_SUBSET_LIMIT,
  type BlockCurveSource,
  checkBlocks,
  enumeratedBlockCurves,
  symmetricBlockCurves,
} from "./block_curves.ts";
export { compensatedSum } from "./compensated_sum.ts";
export { copies } from "./copies.ts";
export { type CurveMeasures, curveMeasures } from "./curve_measures.ts";
export { dualTotalCorrelation } from "./dual_total_correlation.ts";
export { entropy, entropyOfMasses } from "./entropy.ts";
export { type Estimate, estimateMean } from "./estimate.ts";
export {
  CURVE_TOLERANCE,
  curveFromConditionalEntropies,
  curveFromTokenMutualInformation,
  informationBetween,
  type InformationCurve,
  withConditionalEntropies,
} from "./information_curve.ts";
export { JointTable, TABLE_CELL_LIMIT } from "./joint_table.ts";
export { klDivergence, relativeEntropyKernel, relativeEntropyTerm } from "./kl_divergence.ts";
export { markovApproximation } from "./markov_approximation.ts";
export { meanSubsetEntropies, SUBSET_CELL_LIMIT } from "./mean_subset_entropies.ts";
export { mutualInformation } from "./mutual_information.ts";
export {
  type EqualityTables,
  type MatrixTables,
  type NearestNeighbourLaw,
  type NeighbourTables,
  PRODUCT_SCALE,
  SMALLEST_PRODUCT,
} from "./nearest_neighbour_law.ts";
export { parity } from "./parity.ts";
export { MASS_TOLERANCE, type Pmf, pmf, pmfFromWeights } from "./pmf.ts";
export { product } from "./product.ts";
export { CODEWORD_COST_LIMIT, reedSolomon, type ReedSolomonOptions } from "./reed_solomon.ts";
export { cellOfSequence, sequenceOfCell } from "./sequence_cell.ts";
export {
  checkConditioning,
  checkSequence,
  checkSequenceSpace,
  LENGTH_LIMIT,
  sortedPositions,
  VOCABULARY_LIMIT,
} from "./sequence_space.ts";
export {
  type ConditionalLaw,
  type CurveSource,
  type EntropyFunction,
  type LogProbability,
  MASK,
  type SequenceSampler,
  type SequenceSpace,
  type Source,
} from "./source.ts";
export { tiedPairs, type TiedPairsOptions } from "./tied_pairs.ts";
export { totalCorrelation } from "./total_correlation.ts";
export { totalTokenMutualInformation } from "./total_token_mutual_information.ts";
export { xLogX } from "./x_log_x.ts";
