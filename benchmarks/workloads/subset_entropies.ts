import { pottsChain } from "@unmask/potts";
import { pottsMasses } from "../naive/potts_masses.ts";
import { type DenseTable, subsetEntropies } from "../questions/subset_entropies.ts";
import type { Workload } from "../workload.ts";

const chain = { states: 2, coupling: 1 };

/** What the mean entropies of all `2^L` subsets of a dense table cost, against its `3^L` cells. */
export const workload: Workload<DenseTable, ArrayLike<number>> = {
  name: "subset-entropies",
  title: "mean subset entropies of a dense table, K = 2",
  question: subsetEntropies,
  size: { label: "length L", growth: "exponential", values: [4, 6, 8, 10, 12, 14] },
  work: { unit: "cells", amount: (length) => 3 ** length },
  input: (length) => ({
    masses: pottsMasses({ length, ...chain }),
    length,
    vocabularySize: chain.states,
  }),
  tolerance: {
    relative: 1e-12,
    absolute: 1e-13,
    because: "masses are normalised by a plain sum of up to 2^14 terms: their total is 1 to 1e-13",
  },
  costLaws: [{ engine: "one pass", from: 8, atMost: 3.2 }],
  theory: {
    from: "the closed form of the chain",
    read: (means) => means,
    says: ({ length }) => {
      const curve = pottsChain({ length, ...chain }).informationCurve().conditionalEntropies;
      let sum = 0;
      return [0, ...Array.from(curve, (value) => sum += value)];
    },
  },
};
