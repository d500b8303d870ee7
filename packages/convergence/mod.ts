/**
 * Sampling error, bounds and plans: functions of an information curve and a mask size schedule,
 * and nothing else.
 *
 * @module
 */
export { type Bound, BOUND_SLACK, type BoundRow, respects } from "./bound.ts";
export { boundRows, bounds } from "./bounds.ts";
export { fewestSteps } from "./fewest_steps.ts";
export { frontier } from "./frontier.ts";
export { LAYER_CELL_LIMIT, type LayeredProgram, layeredProgram } from "./layered_program.ts";
export { liCaiCorollary1 } from "./li_cai_corollary_1.ts";
export { liCaiTheorem1 } from "./li_cai_theorem_1.ts";
export { optimalSchedule, type PlannedSchedule } from "./optimal_schedule.ts";
export { pathError, pathErrorCoefficients } from "./path_error.ts";
export { sharpMax } from "./sharp_max.ts";
