import {
  dualTotalCorrelation,
  JointTable,
  mutualInformation,
  totalCorrelation,
  totalTokenMutualInformation,
} from "@unmask/information";
import type { Engine } from "../../engine.ts";
import type { DenseTable } from "../../questions/subset_entropies.ts";
import { type TableMeasures, tableMeasures } from "../../questions/table_measures.ts";

/** Each measure by its own function, from subset entropies of the table: some `8 L` of them. */
export const engine: Engine<DenseTable, TableMeasures> = {
  name: "joint table",
  kind: "fast",
  question: tableMeasures,
  handles: () => true,
  prepare: (dense) => {
    const table = JointTable.fromProbabilities(dense.masses, dense);
    return () => ({
      totalCorrelation: totalCorrelation(table),
      dualTotalCorrelation: dualTotalCorrelation(table),
      totalTokenMutualInformation: totalTokenMutualInformation(table),
      firstToken: Array.from(
        { length: dense.length - 1 },
        (_, j) => mutualInformation(table, { between: [[0], [j + 1]] }),
      ),
    });
  },
};
