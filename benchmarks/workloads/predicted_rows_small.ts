import { predictedRowsWorkload } from "../predicted_rows_workload.ts";
import type { PredictedRows, PredictedRowsTask } from "../questions/predicted_rows.ts";
import type { Workload } from "../workload.ts";

/** Inference of the preset `small`; `tiny` asks the same code in every process. */
export const workload: Workload<PredictedRowsTask, PredictedRows> = {
  ...predictedRowsWorkload("small", { values: [2 ** 0], fullValues: [2 ** 2] }),
  measuredOnce: true,
};
