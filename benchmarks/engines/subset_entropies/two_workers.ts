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
  prepare: (table) => {
    const workers = BlockingSubsetWorkers.of(2);
    const masses = new Float64Array(new SharedArrayBuffer(table.masses.byteLength));
    masses.set(table.masses);
    return () => workers.meanEntropies({ ...table, masses });
  },
};
