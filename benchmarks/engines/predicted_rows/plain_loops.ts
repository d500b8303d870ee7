import { drawnModel, requestsOf } from "../../drawn_networks.ts";
import type { Engine } from "../../engine.ts";
import { plainRows } from "../../naive/plain_rows.ts";
import {
  type PredictedRows,
  predictedRows,
  type PredictedRowsTask,
} from "../../questions/predicted_rows.ts";

/** Plain loops of double precision. */
export const engine: Engine<PredictedRowsTask, PredictedRows> = {
  name: "plain loops",
  kind: "naive",
  question: predictedRows,
  handles: ({ preset, count }) => preset === "tiny" && count === 1,
  prepare: (task) => {
    const model = drawnModel(task.preset);
    const requests = requestsOf(task);
    return () => {
      const rows = requests.map(({ state }) => plainRows(model, state));
      return () => rows[0]!;
    };
  },
};
