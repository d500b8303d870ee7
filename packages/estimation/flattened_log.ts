import { isotonicRegression } from "./isotonic_regression.ts";
import type { LossLog } from "./loss_log.ts";

/**
 * A log whose losses do not rise: the isotonic regression of the given ones, weighted by precision.
 *
 * For logs that rise by more than their noise, where the rises are to be ignored; others need it not,
 * since it takes from their noise. O(places).
 *
 * @param log The log
 * @returns The same places and variances, marked as flattened
 */
export function flattenedLog(log: LossLog): LossLog {
  const weights = log.variances.map((variance) => 1 / variance);
  return { ...log, losses: isotonicRegression(log.losses, weights), flattened: true };
}
