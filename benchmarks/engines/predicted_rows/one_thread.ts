import { openDevice, TrainedPredictor } from "@unmask/training";
import { drawnModel, requestsOf } from "../../drawn_networks.ts";
import type { Engine } from "../../engine.ts";
import {
  type PredictedRows,
  predictedRows,
  type PredictedRowsTask,
} from "../../questions/predicted_rows.ts";

await openDevice("wasm");

/** All states in one evaluation, in WebAssembly on this thread. */
export const engine: Engine<PredictedRowsTask, PredictedRows> = {
  name: "one thread",
  kind: "wasm",
  question: predictedRows,
  handles: () => true,
  prepare: (task) => {
    const predictor = new TrainedPredictor(drawnModel(task.preset));
    const requests = requestsOf(task);
    const rows = new Float64Array(
      task.count * predictor.length * predictor.vocabularySize,
    );
    return () => {
      predictor.predictBatch(requests, rows);
      return () => rows;
    };
  },
};
