import { NaiveLaw } from "@unmask/testing";
import type { Engine } from "../../engine.ts";
import { denseLaw } from "../../naive/dense_law.ts";
import { type DenseTable, subsetEntropies } from "../../questions/subset_entropies.ts";

/** Most subsets times sequences: a tenth of a second. */
const CELLS = 2 ** 16;

/** The marginal of each subset in a map with text keys. */
export const engine: Engine<DenseTable, ArrayLike<number>> = {
  name: "definition",
  kind: "naive",
  question: subsetEntropies,
  handles: ({ length, vocabularySize }) => (2 * vocabularySize) ** length <= CELLS,
  prepare: (dense) => () => new NaiveLaw(denseLaw(dense.masses, dense)).meanEntropies(),
};
