import type { Question } from "../question.ts";
import type { DenseTable } from "./subset_entropies.ts";

/** Measures of dependence of a law, in nats. */
export interface TableMeasures {
  /** `sum_i H(X_i) - H(X)`. */
  readonly totalCorrelation: number;
  /** `H(X) - sum_i H(X_i | X_-i)`. */
  readonly dualTotalCorrelation: number;
  /** `sum_i I(X_i; X_-i)`. */
  readonly totalTokenMutualInformation: number;
  /** `I(X_1; X_j)` for `j = 2 .. L`. */
  readonly firstToken: readonly number[];
}

/** The measures of a dense table. */
export const tableMeasures: Question<DenseTable, TableMeasures> = {
  name: "table-measures",
  figures: measureList,
};

/** The measures one after another. */
export function measureList(measures: TableMeasures): number[] {
  return [
    measures.totalCorrelation,
    measures.dualTotalCorrelation,
    measures.totalTokenMutualInformation,
    ...measures.firstToken,
  ];
}
