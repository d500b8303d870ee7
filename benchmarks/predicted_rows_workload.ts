import { shapeOf } from "./drawn_networks.ts";
import {
  type PredictedRows,
  predictedRows,
  type PredictedRowsTask,
} from "./questions/predicted_rows.ts";
import type { Workload, WorkloadSizes } from "./workload.ts";

/**
 * Inference of a preset.
 *
 * @param preset Its name
 * @param counts Sequences that are predicted together
 * @returns The workload
 */
export function predictedRowsWorkload(
  preset: PredictedRowsTask["preset"],
  counts: WorkloadSizes,
): Workload<PredictedRowsTask, PredictedRows> {
  const { length, vocabularySize } = shapeOf(preset, false);
  return {
    name: `predicted-rows-${preset}`,
    title:
      `laws of all tokens by the preset \`${preset}\`, L = ${length}, K = ${vocabularySize}, half of them revealed`,
    question: predictedRows,
    size: { label: "sequences", growth: "power", ...counts },
    work: { unit: "tokens", amount: (count) => count * length },
    input: (count) => ({ preset, count }),
    tolerance: { absolute: 1e-4, because: "logits are of single precision" },
  };
}
