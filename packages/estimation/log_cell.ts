import type { LossLog } from "./loss_log.ts";

/**
 * A name for the numbers of a log: what streams of its splits are keyed by.
 *
 * The same for a file in another encoding, with other columns or another order of its places, and
 * different where any place, loss or variance is. O(places).
 *
 * @param log The log
 * @returns A text that names all of them
 */
export function logCell({ length, coordinate, places, losses, variances }: LossLog): string {
  const numbers = [places, losses, variances].map((values) => values.join(","));
  return [`losses:length=${length},${coordinate}`, ...numbers].join(";");
}
