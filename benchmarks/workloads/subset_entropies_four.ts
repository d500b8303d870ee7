import { subsetEntropiesWorkload } from "../subset_entropies_workload.ts";

/** Four states, up to 5^10 cells. */
export const workload = subsetEntropiesWorkload({
  name: "subset-entropies-four",
  states: 4,
  lengths: [4, 6, 8],
  fullLengths: [3, 10],
});
