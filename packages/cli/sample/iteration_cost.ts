import { BadInput } from "../bad_input.ts";
import type { OpenedSource } from "../source_kind.ts";

/**
 * Most elementary operations of one iteration: some ten seconds, for which Ctrl-C has to wait. How many
 * iterations there are is the user's business, who sees the time that is left and can end the run.
 */
export const ITERATION_COST_LIMIT = 2 ** 32;

/**
 * Refuses a run whose iterations are too large, before it starts.
 *
 * @param source The source
 * @param sizes Sizes in order of unmasking
 * @throws {BadInput} Naming the limit and what was asked for
 */
export function checkIterationCost(source: OpenedSource, sizes: readonly number[]): void {
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  const cost = source.predictionCost?.(largest) ?? 0;
  if (!(cost <= ITERATION_COST_LIMIT)) {
    throw new BadInput(
      `Cannot sample: operations of one iteration must be at most ${ITERATION_COST_LIMIT}, got ${cost}`,
    );
  }
}
