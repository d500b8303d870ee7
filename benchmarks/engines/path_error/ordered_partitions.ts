import { NaiveLaw, orderedPartitions } from "@unmask/testing";
import type { Engine } from "../../engine.ts";
import { denseLaw } from "../../naive/dense_law.ts";
import { pottsMasses } from "../../naive/potts_masses.ts";
import { pathErrorOfSchedule, type PathErrorTask } from "../../questions/path_error.ts";

/** Most sequences times ordered partitions: a tenth of a second. */
const CELLS = 2 ** 13;

/**
 * The definition: the mean over all unmasking orders of what independence loses in each step.
 *
 *     E_M sum_t [ sum_{i in D_t} H(X_i | X_{D_<t}) - H(X_{D_t} | X_{D_<t}) ]
 */
export const engine: Engine<PathErrorTask, number> = {
  name: "ordered partitions",
  kind: "naive",
  question: pathErrorOfSchedule,
  handles: ({ law, sizes }) => {
    if (!law) return false;
    let orders = 1;
    let revealed = 0;
    for (const size of sizes) {
      for (let i = 1; i <= size; i++) orders *= ++revealed / i;
    }
    return orders * law.states ** law.length <= CELLS;
  },
  prepare: ({ law, sizes }) => () => {
    const shape = { length: law!.length, vocabularySize: law!.states };
    const entropies = new NaiveLaw(denseLaw(pottsMasses(law!), shape));
    let sum = 0;
    let orders = 0;
    for (const order of orderedPartitions(sizes)) {
      let revealed: number[] = [];
      for (const positions of order) {
        const before = entropies.entropy(revealed);
        for (const i of positions) sum += entropies.entropy([...revealed, i]) - before;
        revealed = [...revealed, ...positions];
        sum -= entropies.entropy(revealed) - before;
      }
      orders++;
    }
    return sum / orders;
  },
};
