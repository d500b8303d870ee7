import { plainSubsetEntropies } from "@unmask/testing";
import type { Engine } from "../../engine.ts";
import { type DenseTable, subsetEntropies } from "../../questions/subset_entropies.ts";

/** Most cells: two thirds of a second. */
const CELLS = 2 ** 26;

/** Every marginal once, with the logarithm of the language. */
export const engine: Engine<DenseTable, ArrayLike<number>> = {
  name: "plain logarithm",
  kind: "plain",
  question: subsetEntropies,
  handles: ({ length, vocabularySize }) => (vocabularySize + 1) ** length <= CELLS,
  prepare: (table) => () => plainSubsetEntropies(table.masses, table),
};
