import { deepStrictEqual, doesNotThrow, strictEqual, throws } from "node:assert/strict";
import { MASK } from "@unmask/information";
import type { MaskPredictor } from "./mask_predictor.ts";
import { predictionRows, predictRows, ROW_TOLERANCE } from "./predicted_rows.ts";

/** A predictor that answers every call with the same numbers. */
function answering(...numbers: number[]): MaskPredictor {
  return { length: 4, vocabularySize: 2, predict: (_state, _positions, out) => out.set(numbers) };
}

const request = {
  state: new Int32Array(4).fill(MASK),
  positions: Int32Array.of(3, 1),
  iteration: 2,
};

Deno.test("predictRows() passes laws on as they are, single-precision ones included", () => {
  const out = new Float64Array(6).fill(9);
  predictRows(answering(0.25, 0.75, Math.fround(0.1), Math.fround(0.9)), request, out);
  deepStrictEqual([...out], [0.25, 0.75, Math.fround(0.1), Math.fround(0.9), 9, 9]);
  const off = 0.9 * ROW_TOLERANCE;
  doesNotThrow(() => predictRows(answering(0.5, 0.5 + off, 1, 0), request, out));
});

Deno.test("predictRows() refuses what is no law, naming the position and the iteration", () => {
  const refusals: readonly [number[], number, string][] = [
    [[NaN, 1, 0.5, 0.5], 3, "NaN"],
    [[0.5, 0.5, 0.5, NaN], 1, "NaN"],
    [[0.5, 0.5, 1.5, -0.5], 1, "NaN"],
    [[0.5, 0.5, 0.5, 0.25], 1, "0.75"],
    [[0, 0, 0.5, 0.5], 3, "0"],
    [[Infinity, 0, 0.5, 0.5], 3, "Infinity"],
    [[0.5, 0.5 + 2 ** -16, 1, 0], 3, "1.0000152587890625"],
  ];
  for (const [numbers, position, sum] of refusals) {
    throws(() => predictRows(answering(...numbers), request, new Float64Array(4)), {
      name: "RangeError",
      message:
        `Cannot use a prediction: the row of position ${position} in iteration 2 must be non-negative and sum to 1, got a sum of ${sum}`,
    });
  }
});

Deno.test("predictRows() refuses a row that was not filled, whatever it held before", () => {
  const out = Float64Array.of(0.5, 0.5, 0.5, 0.5);
  throws(() => predictRows(answering(0.25, 0.75), request, out), /the row of position 1/);
});

Deno.test("predictRows() refuses rows that are too long, though there is room, and names the place", () => {
  const longRows = answering(0.5, 0.25, 0.25, 1, 0, 0);
  throws(() => predictRows(longRows, request, new Float64Array(100)), {
    name: "RangeError",
    message:
      'Cannot use a prediction: the predictor must fill 2 rows of 2 for positions 3, 1 in iteration 2, got "offset is out of bounds"',
  });
});

Deno.test("predictionRows() makes room for a call, and refuses more than its limit", () => {
  const predictor = { ...answering(), vocabularySize: 50_000 };
  strictEqual(predictionRows(predictor, 3).length, 150_000);
  throws(() => predictionRows(predictor, 4096), {
    name: "RangeError",
    message:
      "Cannot predict so many tokens at once: positions times vocabulary must be at most 67108864, got 4096 x 50000",
  });
});
