import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { MASK } from "@unmask/information";
import { rememberedPredictor } from "./remembered_predictor.ts";

Deno.test("rememberedPredictor() answers as the predictor, which it asks once for each state", () => {
  let asked = 0;
  const predictor = rememberedPredictor({
    length: 3,
    vocabularySize: 2,
    predict(state, positions, out): void {
      asked += positions.length;
      positions.forEach((position, row) => {
        const first = state[0] === 1 ? 0.25 : 1 / (position + 1);
        out.set([first, 1 - first], 2 * row);
      });
    },
  });
  const out = new Float64Array(4);
  const rowsOf = (state: number[], positions: number[]): number[] => {
    predictor.predict(Int32Array.from(state), Int32Array.from(positions), out);
    return [...out.subarray(0, 2 * positions.length)];
  };
  deepStrictEqual(rowsOf([0, MASK, MASK], [1]), [0.5, 0.5]);
  deepStrictEqual(rowsOf([0, MASK, MASK], [2, 1]), [1 / 3, 1 - 1 / 3, 0.5, 0.5]);
  strictEqual(asked, 2);
  deepStrictEqual(rowsOf([1, MASK, MASK], [2]), [0.25, 0.75]);
  strictEqual(asked, 4);
});
