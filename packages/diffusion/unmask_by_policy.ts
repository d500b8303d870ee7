import type { Stream } from "@unmask/random";
import type { MaskPredictor } from "./mask_predictor.ts";
import type { UnmaskingPolicy } from "./unmasking_policy.ts";
import { UnmaskingRun } from "./unmasking_run.ts";
import { finished } from "./unmasking_steps.ts";

/** A sequence that a policy unmasked. */
export interface UnmaskedSequence {
  /** `length` tokens. */
  readonly tokens: Int32Array;
  /** Model evaluations it took. */
  readonly evaluations: number;
  /** For each position the iteration, from 0, in which its token was drawn. */
  readonly drawnIn: Int32Array;
}

/**
 * What a run that has ended made.
 *
 * @param run The run
 * @returns Its sequence
 */
export function unmaskedSequence(
  { state, evaluations, drawnIn }: UnmaskingRun,
): UnmaskedSequence {
  return { tokens: state, evaluations, drawnIn };
}

/**
 * Draws one sequence with a decoding policy, see `unmaskingSteps`.
 *
 * @param predictor The mask predictor
 * @param options `policy`; `stream` of randomness
 * @returns The sequence and how many evaluations it took
 * @throws {RangeError} When the policy cannot unmask such sequences or has a bug, told with the
 *   state, or on a prediction that is no law
 */
export function unmaskByPolicy(
  predictor: MaskPredictor,
  options: { policy: UnmaskingPolicy; stream: Stream },
): UnmaskedSequence {
  const { policy, stream } = options;
  return unmaskedSequence(
    finished(new UnmaskingRun(policy, { space: predictor, stream }), predictor),
  );
}
