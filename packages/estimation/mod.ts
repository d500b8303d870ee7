/**
 * Information curves from noisy losses, plans on them, and prices with honest intervals.
 *
 * @module
 */
export {
  CONTRADICTION,
  type CurveEstimate,
  estimateCurve,
  type PricingNoise,
} from "./estimate_curve.ts";
export { drawnLog } from "./drawn_log.ts";
export { type EstimateFacts, estimateFacts, type Extrapolated } from "./estimate_facts.ts";
export { asIfExact, type EstimatedCurve } from "./estimated_curve.ts";
export {
  BELOW_ZERO,
  type EstimatedPathError,
  pathErrorOf,
  priceNotes,
} from "./estimated_path_error.ts";
export { flattenedLog } from "./flattened_log.ts";
export { type Halves, halvesOf } from "./halves.ts";
export { isotonicRegression } from "./isotonic_regression.ts";
export { LossDesign, type SplineLevel } from "./loss_design.ts";
export { logCell } from "./log_cell.ts";
export { logStreams, splitsFor } from "./log_streams.ts";
export { risesOf } from "./rises_of.ts";
export { LossCsvReader } from "./loss_csv.ts";
export { type LossCoordinate, type LossLog, type LossNoise, revealedAt } from "./loss_log.ts";
export {
  FEWEST_PLACES,
  LossLogBuilder,
  type LossRow,
  PLACE_LIMIT,
  type RowPrecision,
} from "./loss_log_builder.ts";
export { type EstimatedPlan, planOnEstimate, plansOnEstimate } from "./plan_on_estimate.ts";
export { type Monotonicity, monotonicity } from "./monotonicity.ts";
export { type PriceEstimate, priceSchedule } from "./price_schedule.ts";
export type { LossRows } from "./loss_rows.ts";
export type { MonotoneSmooth, MonotoneSmoother } from "./monotone_smooth.ts";
export type { SplineBasis } from "./spline_basis.ts";
export type { SplineFit } from "./spline_fit.ts";
