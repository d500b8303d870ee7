import { subsetEntropiesWorkload } from "../subset_entropies_workload.ts";

/** Eight states, up to 9^7 cells. */
export const workload = subsetEntropiesWorkload({
  name: "subset-entropies-eight",
  states: 8,
  lengths: [3, 4, 5],
  fullLengths: [6, 7],
});
