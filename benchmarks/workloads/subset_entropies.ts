import { subsetEntropiesWorkload } from "../subset_entropies_workload.ts";

/** Two states, up to 3^16 cells. */
export const workload = subsetEntropiesWorkload({
  name: "subset-entropies",
  states: 2,
  lengths: [4, 8, 11, 14],
  fullLengths: [6, 10, 12, 16],
});
