import type { Stream } from "@unmask/random";
import type { MaskPredictor } from "./mask_predictor.ts";
import { predictionRows, predictRows } from "./predicted_rows.ts";
import type { UnmaskingPolicy } from "./unmasking_policy.ts";
import { UnmaskingRun } from "./unmasking_run.ts";

/** What one iteration of the sampler left behind. */
export interface UnmaskingStep {
  /** Number of the iteration, from 0; those that revealed nothing are counted and not shown. */
  readonly iteration: number;
  /** The positions that it revealed. */
  readonly positions: Int32Array;
  /** `length` tokens after it, `MASK` where not revealed; the sampler's own, good until the next step. */
  readonly state: Int32Array;
}

/**
 * Draws one sequence with a decoding policy, and stops after each iteration that revealed tokens, so
 * that the run can be watched, or left.
 *
 *     Y_{D_t} ~ prod_{i in D_t} phat_i(. | Y_{D_1 .. D_{t-1}}),   D_t as the policy says
 *
 * One model evaluation a step, on the state before it: of all tokens that may be revealed where the
 * policy reads predictions, else of those that are. A policy that reads predictions and then reveals
 * nothing has asked all the same, and no step shows it.
 *
 * @param predictor The mask predictor
 * @param options `policy`; `stream` of randomness
 * @returns Yields the steps, returns the `length` tokens
 * @throws {RangeError} When the policy cannot unmask such sequences or has a bug, told with the
 *   state, or on a prediction that is no law
 */
export function* unmaskingSteps(
  predictor: MaskPredictor,
  options: { policy: UnmaskingPolicy; stream: Stream },
): Generator<UnmaskingStep, Int32Array, void> {
  const { policy, stream } = options;
  const run = new UnmaskingRun(policy, { space: predictor, stream });
  yield* stepsOf(run, predictor);
  return run.state;
}

/**
 * Drives a run to its end with a predictor that sees one state at a time.
 *
 * @param run The run, just started
 * @param predictor The mask predictor
 * @returns Yields a step for each iteration that revealed tokens
 * @throws {RangeError} As {@linkcode unmaskingSteps}
 */
export function* stepsOf(
  run: UnmaskingRun,
  predictor: MaskPredictor,
): Generator<UnmaskingStep, void, void> {
  // The first request is the largest of a policy that reads predictions, but not of every one.
  let rows: Float64Array = new Float64Array(0);
  for (let positions = run.request(); positions !== undefined; positions = run.request()) {
    const needed = positions.length * predictor.vocabularySize;
    if (rows.length < needed) rows = predictionRows(predictor, positions.length);
    const { state, iteration } = run;
    predictRows(predictor, { state, positions, iteration }, rows);
    run.receive(rows.subarray(0, needed));
    if (run.revealed.length > 0) yield { iteration, positions: run.revealed, state };
  }
}

/**
 * Drives a run to its end, see {@linkcode stepsOf}.
 *
 * @param run The run, just started
 * @param predictor The mask predictor
 * @returns The same run
 * @throws {RangeError} As {@linkcode unmaskingSteps}
 */
export function finished(run: UnmaskingRun, predictor: MaskPredictor): UnmaskingRun {
  const steps = stepsOf(run, predictor);
  while (!steps.next().done);
  return run;
}
