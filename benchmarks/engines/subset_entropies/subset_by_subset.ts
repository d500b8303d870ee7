import { JointTable } from "@unmask/information";
import { subsets } from "@unmask/testing";
import type { Engine } from "../../engine.ts";
import { type DenseTable, subsetEntropies } from "../../questions/subset_entropies.ts";

/** Most subsets times sequences: a hundredth of a second. */
const CELLS = 2 ** 16;

/** The marginal of each subset from the whole table, in typed arrays. */
export const engine: Engine<DenseTable, ArrayLike<number>> = {
  name: "subset by subset",
  kind: "plain",
  question: subsetEntropies,
  handles: ({ length, vocabularySize }) => (2 * vocabularySize) ** length <= CELLS,
  prepare: (dense) => {
    const table = JointTable.fromProbabilities(dense.masses, dense);
    const positions = Array.from({ length: dense.length }, (_, i) => i);
    return () =>
      Array.from({ length: dense.length + 1 }, (_, k) => {
        let sum = 0;
        let count = 0;
        for (const subset of subsets(positions, k)) {
          sum += table.subsetEntropy(subset);
          count++;
        }
        return sum / count;
      });
  },
};
