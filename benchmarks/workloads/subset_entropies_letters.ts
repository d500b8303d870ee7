import { subsetEntropiesWorkload } from "../subset_entropies_workload.ts";

/** As many states as letters and a space, up to 28^5 cells: few cells for each mass. */
export const workload = subsetEntropiesWorkload({
  name: "subset-entropies-letters",
  states: 27,
  lengths: [2, 3, 4],
  fullLengths: [5],
});
