import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { MASK } from "@unmask/information";
import { buildSource } from "@unmask/testing";
import { GapPredictions } from "./gap_predictions.ts";
import { exactPredictor } from "./mask_predictor.ts";

const law = buildSource({ kind: "potts-chain", length: 4, states: 3, coupling: 1 });

Deno.test("GapPredictions knows the chance of each token between two ends, and of no others", () => {
  const tokens = Int32Array.of(0, 2, 2, 1);
  const rows = new GapPredictions(exactPredictor(law)).of(tokens);
  const out = new Float64Array(6);
  law.conditionals(Int32Array.of(0, MASK, MASK, 1), Int32Array.of(1, 2), out);
  deepStrictEqual([...rows[1 * 6 + 4]!], [out[2], out[5]]);
  law.conditionals(Int32Array.of(MASK, MASK, 2, MASK), Int32Array.of(0, 1), out);
  deepStrictEqual([...rows[0 * 6 + 3]!], [out[0], out[5]]);
  strictEqual(rows[2 * 6 + 3]!.length, 0);
  strictEqual(rows[4 * 6 + 2]!.length, 0);
});

Deno.test("GapPredictions says the same of a sequence whatever it was asked before", () => {
  const asked = new GapPredictions(exactPredictor(law));
  for (const first of [[0, 0, 0, 0], [2, 1, 0, 2], [1, 1, 2, 2]]) asked.of(Int32Array.from(first));
  const tokens = Int32Array.of(2, 1, 2, 0);
  deepStrictEqual(asked.of(tokens), new GapPredictions(exactPredictor(law)).of(tokens));
});

Deno.test("GapPredictions asks for each gap and pair of ends once", () => {
  let calls = 0;
  const exact = exactPredictor(law);
  const counted = new GapPredictions({
    ...exact,
    predict(...asked): void {
      calls++;
      exact.predict(...asked);
    },
  });
  const tokens = Int32Array.of(2, 1, 2, 0);
  counted.of(tokens);
  const first = calls;
  counted.of(tokens);
  // Gaps with a token inside: pairs of 6 ends at least 2 apart.
  deepStrictEqual([first, calls], [10, 10]);
});
