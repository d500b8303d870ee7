import { pottsChain } from "@unmask/potts";
import { pottsMasses } from "./naive/potts_masses.ts";
import { type DenseTable, subsetEntropies } from "./questions/subset_entropies.ts";
import type { Workload } from "./workload.ts";

/**
 * What the mean entropies of all `2^L` subsets of a dense table cost, against its `(K + 1)^L` cells.
 *
 * @param options `name` of the workload, `states` `K`, the `lengths`, and `fullLengths` for
 *   full runs
 * @returns The workload
 */
export function subsetEntropiesWorkload(
  { name, states, lengths, fullLengths }: {
    name: string;
    states: number;
    lengths: readonly number[];
    fullLengths: readonly number[];
  },
): Workload<DenseTable, ArrayLike<number>> {
  const chain = { states, coupling: 1 };
  return {
    name,
    title: `mean subset entropies of a dense table, K = ${states}`,
    question: subsetEntropies,
    size: { label: "length L", growth: "exponential", values: lengths, fullValues: fullLengths },
    work: { unit: "cells", amount: (length) => (states + 1) ** length },
    input: (length) => ({
      masses: pottsMasses({ length, ...chain }),
      length,
      vocabularySize: states,
    }),
    tolerance: {
      relative: 1e-12,
      absolute: 1e-13,
      because:
        "conditional entropies of the closed form are summed, and plain engines add thousands of equal terms",
    },
    // A quarter for masses that leave the caches.
    costLaws: [{ engine: "one pass", from: lengths.at(-3)!, atMost: 1.25 * (states + 1) }],
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
}
