import { estimateNeighbourPathError } from "@unmask/diffusion";
import { pottsChain } from "@unmask/potts";
import type { Engine } from "../../engine.ts";
import {
  pathErrorEstimate,
  type PathErrorEstimateAnswer,
  type PathErrorEstimateTask,
} from "../../questions/path_error_estimate.ts";

/** The estimate by nearest revealed neighbours. */
export const engine: Engine<PathErrorEstimateTask, PathErrorEstimateAnswer> = {
  name: "nearest neighbours",
  kind: "fast",
  question: pathErrorEstimate,
  handles: () => true,
  prepare: (task) => {
    const law = pottsChain(task.law);
    return () => ({ task, estimate: estimateNeighbourPathError(law, task) });
  },
};
