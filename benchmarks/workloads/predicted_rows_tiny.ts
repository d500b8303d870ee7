import { shapeOf } from "../drawn_networks.ts";
import {
  type PredictedRows,
  predictedRows,
  type PredictedRowsTask,
} from "../questions/predicted_rows.ts";
import type { Workload } from "../workload.ts";

const preset = "tiny";
const { length } = shapeOf(preset, false);

/** Inference of the preset `tiny`. */
export const workload: Workload<PredictedRowsTask, PredictedRows> = {
  name: `predicted-rows-${preset}`,
  title: "laws of all tokens by the preset `tiny`, L = 64, K = 27, half of them revealed",
  question: predictedRows,
  size: { label: "sequences", growth: "power", values: [2 ** 0, 2 ** 3, 2 ** 5] },
  work: { unit: "tokens", amount: (count) => count * length },
  input: (count) => ({ preset, count }),
  tolerance: { absolute: 1e-4, because: "logits are of single precision" },
};
