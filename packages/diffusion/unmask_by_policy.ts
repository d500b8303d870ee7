import type { Stream } from "@unmask/random";
import type { MaskPredictor } from "./mask_predictor.ts";
import { predictionRows, predictRows } from "./predicted_rows.ts";
import type { UnmaskingPolicy } from "./unmasking_policy.ts";
import { UnmaskingRun } from "./unmasking_run.ts";

/** A sequence that a policy unmasked. */
export interface UnmaskedSequence {
  /** `length` tokens. */
  readonly tokens: Int32Array;
  /** Model evaluations it took. */
  readonly evaluations: number;
}

/**
 * Draws one sequence with a decoding policy.
 *
 *     Y_{D_t} ~ prod_{i in D_t} phat_i(. | Y_{D_1 .. D_{t-1}}),   D_t as the policy says
 *
 * One model evaluation for each iteration that reveals a token, on the state before it: of all tokens
 * that may be revealed where the policy reads predictions, else of those that are. A policy that reads
 * predictions and then reveals nothing has asked all the same.
 *
 * @param predictor The mask predictor
 * @param options `policy`; `stream` of randomness; `observe`, called after each iteration that
 *   revealed tokens, with the run
 * @returns The sequence and how many evaluations it took
 * @throws {RangeError} When the policy cannot unmask such sequences or has a bug, told with the
 *   state, or on a prediction that is no law
 */
export function unmaskByPolicy(
  predictor: MaskPredictor,
  options: { policy: UnmaskingPolicy; stream: Stream; observe?: (run: UnmaskingRun) => void },
): UnmaskedSequence {
  const { policy, stream, observe } = options;
  const run = new UnmaskingRun(policy, { space: predictor, stream });
  followRun(predictor, run, observe);
  return { tokens: run.state, evaluations: run.evaluations };
}

/**
 * Drives a run to its end with a predictor that sees one state at a time.
 *
 * @param predictor The mask predictor
 * @param run The run, just started
 * @param observe Called after each iteration that revealed tokens
 * @throws {RangeError} As {@linkcode unmaskByPolicy}
 */
export function followRun(
  predictor: MaskPredictor,
  run: UnmaskingRun,
  observe?: (run: UnmaskingRun) => void,
): void {
  // The first request is the largest of a policy that reads predictions, but not of every one.
  let rows: Float64Array = new Float64Array(0);
  for (let positions = run.request(); positions !== undefined; positions = run.request()) {
    const needed = positions.length * predictor.vocabularySize;
    if (rows.length < needed) rows = predictionRows(predictor, positions.length);
    predictRows(predictor, { state: run.state, positions, iteration: run.iteration }, rows);
    run.receive(rows);
    observe?.(run);
  }
}
