import { BlockingSubsetWorkers } from "../../blocking_subset_workers.ts";
import type { Engine } from "../../engine.ts";
import { type DenseTable, subsetEntropies } from "../../questions/subset_entropies.ts";

/** Fewest cells: below, messages take longer than the work. */
const CELLS = 3 ** 6;

/** Parts of a table in shared memory, in two Web Workers that are warm. */
export const engine: Engine<DenseTable, ArrayLike<number>> = {
  name: "two workers",
  kind: "workers",
  question: subsetEntropies,
  handles: ({ length, vocabularySize }) => (vocabularySize + 1) ** length >= CELLS,
  start: () => BlockingSubsetWorkers.of(2).ready(),
  prepare: ({ masses, length, vocabularySize }) => {
    const workers = BlockingSubsetWorkers.of(2);
    const shared = new SharedArrayBuffer(masses.byteLength);
    new Float64Array(shared).set(masses);
    return () => workers.meanEntropies(shared, { length, vocabularySize });
  },
};
