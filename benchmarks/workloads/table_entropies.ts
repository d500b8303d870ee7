import { pottsMasses } from "../naive/potts_masses.ts";
import { pottsMeasures } from "../naive/potts_measures.ts";
import type { DenseTable } from "../questions/subset_entropies.ts";
import { measureList, type TableMeasures, tableMeasures } from "../questions/table_measures.ts";
import type { Workload } from "../workload.ts";

const chain = { states: 2, coupling: 1 };

/** What the measures of a dense table cost, each from a few subset entropies. */
export const workload: Workload<DenseTable, TableMeasures> = {
  name: "table-entropies",
  title: "TC, DTC, token mutual informations of a dense table, K = 2",
  question: tableMeasures,
  size: { label: "length L", growth: "exponential", values: [8, 10, 12], fullValues: [4, 6, 14] },
  work: { unit: "sequences", amount: (length) => chain.states ** length },
  input: (length) => ({
    masses: pottsMasses({ length, ...chain }),
    length,
    vocabularySize: chain.states,
  }),
  tolerance: {
    absolute: 1e-11,
    because:
      "masses are normalised by a plain sum, their total is 1 to 1e-13: 28 entropies of 9 nats",
  },
  costLaws: [{ engine: "joint table", from: 8, atMost: 2.7 }],
  theory: {
    from: "the closed form of the chain",
    read: measureList,
    says: ({ length }) => measureList(pottsMeasures({ length, ...chain })),
  },
};
