import { predictedRowsWorkload } from "../predicted_rows_workload.ts";
import type { PredictedRows, PredictedRowsTask } from "../questions/predicted_rows.ts";
import type { Workload } from "../workload.ts";

/** Inference of the preset `tiny`. */
export const workload: Workload<PredictedRowsTask, PredictedRows> = predictedRowsWorkload(
  "tiny",
  { values: [2 ** 0, 2 ** 3], fullValues: [2 ** 5] },
);
