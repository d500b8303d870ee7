import { NaiveLaw } from "@unmask/testing";
import type { Engine } from "../../engine.ts";
import { denseLaw } from "../../naive/dense_law.ts";
import type { DenseTable } from "../../questions/subset_entropies.ts";
import { type TableMeasures, tableMeasures } from "../../questions/table_measures.ts";

/** Most sequences: a tenth of a second. */
const CELLS = 2 ** 10;

/** Each entropy from a marginal in a map with text keys. */
export const engine: Engine<DenseTable, TableMeasures> = {
  name: "definition",
  kind: "naive",
  question: tableMeasures,
  handles: ({ masses }) => masses.length <= CELLS,
  prepare: (dense) => () => {
    const law = new NaiveLaw(denseLaw(dense.masses, dense));
    const all = Array.from({ length: dense.length }, (_, i) => i);
    const joint = law.entropy(all);
    const singles = all.map((i) => law.entropy([i]));
    const informations = law.tokenMutualInformation();
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
    return {
      totalCorrelation: sum(singles) - joint,
      // H(X_i | X_-i) = H(X_i) - I(X_i; X_-i).
      dualTotalCorrelation: joint - sum(all.map((i) => singles[i]! - informations[i]!)),
      totalTokenMutualInformation: sum(informations),
      firstToken: all.slice(1).map((j) => singles[0]! + singles[j]! - law.entropy([0, j])),
    };
  },
};
