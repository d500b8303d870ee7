import { deepStrictEqual, throws } from "node:assert/strict";
import { copies, MASK } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import { endpointLaw } from "./endpoint_law.ts";
import { estimatePathError } from "./estimate_path_error.ts";
import { estimateTrainingError } from "./estimate_training_error.ts";
import type { MaskPredictor } from "./mask_predictor.ts";
import { noisyLogits } from "./noisy_logits.ts";
import { predictRows } from "./predicted_rows.ts";
import { tempered } from "./tempered.ts";
import { trainingError } from "./training_error.ts";
import { uniformMixture } from "./uniform_mixture.ts";
import { withChangedRows } from "./changed_rows.ts";

/** A predictor that answers every call with the same rows. */
function answering(...rows: number[][]): MaskPredictor {
  return {
    length: 3,
    vocabularySize: 2,
    predict: (_state, positions, out) =>
      rows.slice(0, positions.length).forEach((row, i) => out.set(row, 2 * i)),
  };
}

const departures: readonly ((predictor: MaskPredictor) => MaskPredictor)[] = [
  (predictor) => withChangedRows(predictor, (row) => row.reverse()),
  (predictor) => uniformMixture(predictor, { share: 0.5 }),
  (predictor) => uniformMixture(predictor, { share: 1 }),
  (predictor) => tempered(predictor, { temperature: 2 }),
  (predictor) => noisyLogits(predictor, { scale: 1, seed: 0 }),
];

Deno.test("withChangedRows() changes every row that is a law, each told its position", () => {
  const seen: number[] = [];
  const predictor = withChangedRows(answering([0.25, 0.75], [1, 0]), (row, { position }) => {
    seen.push(position);
    row.reverse();
  });
  const out = new Float64Array(4);
  predictor.predict(new Int32Array(3).fill(MASK), Int32Array.of(2, 0), out);
  deepStrictEqual([...out], [0.75, 0.25, 0, 1]);
  deepStrictEqual(seen, [2, 0]);
});

Deno.test("a departure hides no mistake of the predictor that it departs from", () => {
  const request = {
    state: new Int32Array(3).fill(MASK),
    positions: Int32Array.of(1, 2),
    iteration: 4,
  };
  const mistakes: readonly [number[][], number, string][] = [
    [[[0.5, 0.5], [NaN, 1]], 2, "NaN"],
    [[[0.5, 0.25], [0.5, 0.5]], 1, "0.75"],
    [[[1.5, -0.5], [0.5, 0.5]], 1, "NaN"],
    [[[0.5, 0.5]], 2, "NaN"], // too few rows
  ];
  for (const depart of departures) {
    for (const [rows, position, sum] of mistakes) {
      throws(() => predictRows(depart(answering(...rows)), request, new Float64Array(4)), {
        name: "RangeError",
        message:
          `Cannot use a prediction: the row of position ${position} in iteration 4 must be non-negative and sum to 1, got a sum of ${sum}`,
      });
    }
  }
});

Deno.test("every error of a departed predictor names the position and iteration of a mistake", () => {
  const law = copies({ length: 3, vocabularySize: 2 });
  // Right until two tokens are revealed.
  const late: MaskPredictor = {
    ...answering(),
    predict(state, positions, out): void {
      const masked = state.reduce((count, token) => count + (token === MASK ? 1 : 0), 0);
      out.fill(masked > 1 ? 0.5 : 0.4, 0, 2 * positions.length);
    },
  };
  const streams = streamFamily({ seed: 261, cell: "late", purpose: "mistakes" });
  const refused =
    /^RangeError: Cannot use a prediction: the row of position [012] in iteration 1 must be non-negative and sum to 1, got a sum of 0\.8$/;
  for (const depart of departures) {
    const options = { predictor: depart(late), sizes: [2, 1], draws: 4, streams };
    throws(() => trainingError(law, options), refused);
    throws(() => estimateTrainingError(law, options), refused);
    throws(() => estimatePathError(law, options), refused);
    throws(() => endpointLaw(options.predictor, options), refused);
  }
});
