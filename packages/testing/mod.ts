/**
 * What tests of the convergence theory are made of: generated laws and schedules, naive oracles,
 * 50-digit references, and theorems with their mutants. For tests only.
 *
 * @module
 */
export {
  arbitraryCase,
  arbitraryMasses,
  arbitrarySizes,
  arbitrarySource,
  arbitraryWeights,
  type Case,
} from "./arbitraries.ts";
export { assertClose } from "./close.ts";
export { compositions, orderedPartitions, subsets } from "./compositions.ts";
export { NaiveLaw, naivePathError, sequences } from "./naive.ts";
export { type ReferenceCase, referenceCases, type ReferenceSchedule } from "./reference_cases.ts";
export { loadRegressions, type Regression, saveRegression } from "./regressions.ts";
export { serialOutputLaw } from "./serial_fill.ts";
export { buildSource, type SourceSpec } from "./source_spec.ts";
export { type Statement, testTheorem, type Theorem } from "./theorem.ts";
