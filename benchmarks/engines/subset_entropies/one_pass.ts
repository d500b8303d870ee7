import { meanSubsetEntropies } from "@unmask/information";
import type { Engine } from "../../engine.ts";
import { type DenseTable, subsetEntropies } from "../../questions/subset_entropies.ts";

/** Every marginal once, each from the smallest table that holds it. */
export const engine: Engine<DenseTable, ArrayLike<number>> = {
  name: "one pass",
  kind: "fast",
  question: subsetEntropies,
  handles: () => true,
  prepare: (table) => () => meanSubsetEntropies(table.masses, table),
};
