/**
 * What tests of the convergence theory are made of: generated laws and schedules, naive oracles,
 * 50-digit references, and theorems with their mutants. For tests only.
 *
 * @module
 */
export {
  arbitraryCase,
  arbitraryCode,
  arbitraryMasses,
  arbitrarySizes,
  arbitrarySource,
  arbitraryTable,
  arbitraryWeights,
  type Case,
  type TableSpec,
} from "./arbitraries.ts";
export { arbitraryCurve, arbitraryCurveCase, type CurveCase } from "./arbitrary_curves.ts";
export { arbitraryTimeGrid } from "./arbitrary_grids.ts";
export { arbitraryPmf } from "./arbitrary_pmf.ts";
export {
  arbitraryPolicy,
  arbitraryPolicyCase,
  arbitraryRemasking,
  type PolicyCase,
  type PolicyChoice,
} from "./arbitrary_policies.ts";
export {
  type BoundCase,
  type BoundClaim,
  type BoundSearch,
  checkBound,
  type CheckBoundOptions,
} from "./check_bound.ts";
export { assertClose } from "./close.ts";
export { compositions, orderedPartitions, subsets } from "./compositions.ts";
export { drawRows } from "./draw_rows.ts";
export { assertDrawnFrom, chiSquareLimit, FALSE_ALARM_RATE } from "./drawn_from.ts";
export { assertEnumeratedConditionals, type ConditionalCount } from "./enumerated_conditionals.ts";
export { everyPolicy } from "./every_policy.ts";
export { type MatrixGame, matrixGame } from "./matrix_game.ts";
export { NaiveLaw, naivePathError, sequences } from "./naive.ts";
export { type NaivePolicyErrors, naivePolicyErrors } from "./naive_policy.ts";
export { plainSubsetEntropies } from "./plain_subset_entropies.ts";
export { buildPolicy, type PolicySpec } from "./policy_spec.ts";
export {
  assertReference,
  buildableCases,
  type ReferenceCase,
  referenceCases,
  type ReferenceSchedule,
} from "./reference_cases.ts";
export { proposedPositions } from "./proposed_positions.ts";
export { assertReferenceMeasures } from "./reference_measures.ts";
export { rememberedPredictor } from "./remembered_predictor.ts";
export { loadRegressions, type Regression, saveRegression } from "./regressions.ts";
export { serialOutputLaw } from "./serial_fill.ts";
export { buildSource, type SourceSpec } from "./source_spec.ts";
export { tameSource } from "./tame_sources.ts";
export { type Statement, testTheorem, type Theorem } from "./theorem.ts";
export { type ToyMode, type ToyPredictor, toyPredictorLine } from "./toy_predictor.ts";
