import type { Question } from "../question.ts";

/** States to predict. */
export interface PredictedRowsTask {
  /** Preset of the network, whose weights are drawn. */
  readonly preset: "tiny" | "small";
  /** How many states. */
  readonly count: number;
}

/** Gives the rows, state after state; what it costs to show them is not timed. */
export type PredictedRows = () => Float64Array;

/** The laws of all tokens of some states, half of whose tokens are revealed. */
export const predictedRows: Question<PredictedRowsTask, PredictedRows> = {
  name: "predicted-rows",
  figures: (rows) => rows(),
};
