/**
 * Sampling error, bounds and plans: functions of an information curve and a mask size schedule,
 * and nothing else.
 *
 * @module
 */
export { austin } from "./austin.ts";
export { averageSize } from "./average_size.ts";
export { blockPathError } from "./block_path_error.ts";
export { fewestBlockSteps, optimalBlockSchedule } from "./block_plan.ts";
export { type BlockSchedule, joinBlocks } from "./block_schedule.ts";
export { type Bound, BOUND_SLACK, type BoundRow, respects, type TokenDoubt } from "./bound.ts";
export { boundOf, boundRows, bounds } from "./bounds.ts";
export { continuumError, continuumSchedule } from "./continuum_schedule.ts";
export { type CutProbabilities, cutProbabilities } from "./cut_probabilities.ts";
export { type Counterexample, decideBound, type Decision } from "./decide_bound.ts";
export {
  type DecidableBound,
  DECIDE_FEW_LENGTH_LIMIT,
  DECIDE_LENGTH_LIMIT,
  decideEverySchedule,
  type DecideEveryScheduleOptions,
  type LengthDecision,
} from "./decide_every_schedule.ts";
export {
  DECIDE_WORST_LENGTH_LIMIT,
  decideWorstSchedule,
  type ScheduleMixture,
  type WorstScheduleDecision,
} from "./decide_worst_schedule.ts";
export {
  EXTREME_COST_LIMIT,
  type ExtremeSchedules,
  extremeSchedules,
} from "./extreme_schedules.ts";
export {
  type ErrorFacts,
  type FailureSignature,
  type MeasuredError,
  NEGLIGIBLE_ERROR,
  type ShorterRun,
  SIGNATURE_FACTOR,
  SIGNATURE_STANDARD_ERRORS,
  type SignatureKey,
  UNSEEN_ERROR,
} from "./failure_signature.ts";
export { failureSignatures } from "./failure_signatures.ts";
export { type ConfidentSet, fastDllm, fastDllmBound } from "./fast_dllm.ts";
export { fewestSteps } from "./fewest_steps.ts";
export { flattenedExponent } from "./flattened_exponent.ts";
export {
  frontier,
  FRONTIER_LENGTH_LIMIT,
  FRONTIER_WORK_LIMIT,
  type FrontierCorners,
  frontierCorners,
  type FrontierPoint,
} from "./frontier.ts";
export { dtcSchedule, tcSchedule } from "./known_correlation_bounds.ts";
export { LAYER_CELL_LIMIT, type LayeredProgram, layeredProgram } from "./layered_program.ts";
export { liCaiCorollary1 } from "./li_cai_corollary_1.ts";
export { liCaiTheorem1 } from "./li_cai_theorem_1.ts";
export { balancedLimits, liCaiTheorem2Lower } from "./li_cai_theorem_2_lower.ts";
export { liCaiTheorem2Upper } from "./li_cai_theorem_2_upper.ts";
export { type Coefficients, type LinearForm, linearForm } from "./linear_form.ts";
export {
  gameLowerBound,
  type MinimaxMixture,
  minimaxMixture,
  MIXTURE_LENGTH_LIMIT,
  MIXTURE_SIZE_LIMIT,
} from "./minimax_mixture.ts";
export {
  MINIMAX_LENGTH_LIMIT,
  type MinimaxOptions,
  type MinimaxSchedule,
  minimaxSchedule,
} from "./minimax_schedule.ts";
export { optimalSchedule, type PlannedSchedule } from "./optimal_schedule.ts";
export {
  optimalTimeGrid,
  type PlannedTimeGrid,
  TIME_GRID_STEP_LIMIT,
} from "./optimal_time_grid.ts";
export { pathError, pathErrorCoefficients } from "./path_error.ts";
export { ratio } from "./ratio.ts";
export { type SharpConstant, sharpConstant } from "./sharp_constant.ts";
export { sharpMax } from "./sharp_max.ts";
export { sharpStep } from "./sharp_step.ts";
export { stepCurve, type StepLaw, stepLaw } from "./step_curve.ts";
export { timeGridError } from "./time_grid_error.ts";
export { systematicMixture, type WeightedSchedule } from "./systematic_mixture.ts";
export { wainwrightGeometric } from "./wainwright_geometric.ts";
export { type WorstRatio, worstRatio } from "./worst_ratio.ts";
export { type Yardstick, yardstickOf, yardsticks } from "./yardstick.ts";
