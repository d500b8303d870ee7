/**
 * What a trained model's sampling costs, measured: its curve on held-out text, the negative
 * log-likelihood of its paths, and plans that are held against sequences they were not made on.
 * Nothing here is exact.
 *
 * @module
 */
export {
  askInBatches,
  type AskingOptions,
  DEFAULT_BATCH,
  type ScoreTask,
} from "./ask_in_batches.ts";
export { chosenCounts } from "./chosen_counts.ts";
export {
  type CurveDesign,
  curveEvaluations,
  DEFAULT_COUNTS,
  estimateModelCurve,
} from "./estimate_model_curve.ts";
export { type CurveRise, greatestRise } from "./greatest_rise.ts";
export { fitModelCurve, type ModelCurveFit } from "./fit_model_curve.ts";
export {
  type MeasuredSchedule,
  type MeasurementDesign,
  type MeasurementPhase,
  measureModel,
  type ModelBudget,
  type ModelMeasurement,
} from "./measure_model.ts";
export {
  measuredDifference,
  type MeasuredNll,
  measurePathNll,
  type PathDesign,
} from "./measure_path_nll.ts";
export type { ModelCurve } from "./model_curve.ts";
export { type ModelPlan, planOnModelCurve } from "./plan_on_model_curve.ts";
export { curveAtEveryCount, predictedDifference, predictNll } from "./predict_nll.ts";
export { FEWEST_UNMASKED, type RevealPattern, revealPattern } from "./reveal_pattern.ts";
export { scoredBy } from "./scored_by.ts";
export type { ScoredModel, ScoreRequest } from "./scored_model.ts";
export { type SplitSequences, splitSequences } from "./split_sequences.ts";
export { validationScore } from "./validation_score.ts";
