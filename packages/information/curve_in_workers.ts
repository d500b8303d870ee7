import type { InformationCurve } from "./information_curve.ts";
import type { JointTable } from "./joint_table.ts";
import { curveOfMeans, SUBSET_PARTS_FROM } from "./mean_subset_entropies.ts";
import { checkWorkers, SubsetWorkers } from "./subset_workers.ts";

/**
 * The exact information curve of a table, on several cores where that is worth starting workers: the
 * bytes of `law.informationCurve()`, whatever their number.
 *
 * `(K + 1)^L / workers` cells of time from `2^26` cells on, and a copy of the table that the workers
 * share; below, this thread does it.
 *
 * @param law The table
 * @param options `workers`, how many at most, an integer of at least 1
 * @returns The curve
 * @throws {RangeError} When the cost is above the limit of `meanSubsetEntropies`, or on another number
 *   of workers
 * @throws {Error} When a worker failed
 */
export async function curveInWorkers(
  law: JointTable,
  { workers: count }: { workers: number },
): Promise<InformationCurve> {
  checkWorkers(count);
  const isWorthIt = (law.vocabularySize + 1) ** law.length >= SUBSET_PARTS_FROM;
  if (!isWorthIt || count === 1) return law.informationCurve();
  const workers = new SubsetWorkers(count);
  try {
    return curveOfMeans(await workers.meanEntropies(law.probabilities, law), law);
  } finally {
    workers.end();
  }
}
