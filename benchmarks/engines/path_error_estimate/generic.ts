import { estimatePathError, exactPredictor } from "@unmask/diffusion";
import { pottsChain } from "@unmask/potts";
import type { Engine } from "../../engine.ts";
import {
  pathErrorEstimate,
  type PathErrorEstimateAnswer,
  type PathErrorEstimateTask,
} from "../../questions/path_error_estimate.ts";

/** Most evaluations of a token: a fraction of a second. */
const EVALUATIONS = 2 ** 21;

/** The estimate for any predictor. */
export const engine: Engine<PathErrorEstimateTask, PathErrorEstimateAnswer> = {
  name: "any predictor",
  kind: "plain",
  question: pathErrorEstimate,
  handles: ({ law, sizes, draws }) => law.length * sizes.length * draws <= EVALUATIONS,
  prepare: (task) => {
    const law = pottsChain(task.law);
    const predictor = exactPredictor(law);
    return () => ({ task, estimate: estimatePathError(law, { ...task, predictor }) });
  },
};
