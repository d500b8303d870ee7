import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { JointTable } from "@unmask/information";
import { exactPredictor } from "./mask_predictor.ts";
import { binomial, MASS_SCALE, StateMasses } from "./state_masses.ts";

Deno.test("binomial() is exact", () => {
  deepStrictEqual([0, 1, 2, 3, 4, 5].map((k) => binomial(5, k)), [1, 5, 10, 10, 5, 1]);
  strictEqual(binomial(24, 12), 2704156);
  strictEqual(binomial(3, 4), 0);
});

Deno.test("StateMasses goes from all masked to whole sequences, a law only at the end", () => {
  const law = JointTable.fromWeights([1, 0, 0, 3], { length: 2, vocabularySize: 2 });
  const masses = new StateMasses(exactPredictor(law));
  masses.step({ size: 1, iteration: 0 });
  masses.step({ size: 1, iteration: 1 });
  deepStrictEqual([...masses.scaledSequenceLaw()], [0.25, 0, 0, 0.75].map(scaled));
});

Deno.test("StateMasses reveals the candidates it is given, together", () => {
  const law = JointTable.fromWeights([1, 0, 0, 3], { length: 2, vocabularySize: 2 });
  const masses = new StateMasses(exactPredictor(law));
  masses.step({ size: 2, iteration: 0, candidates: Int32Array.of(1, 0) });
  deepStrictEqual(
    [...masses.scaledSequenceLaw()],
    [1, 3, 3, 9].map((weight) => scaled(weight / 16)),
  );
});

function scaled(mass: number): number {
  return mass * MASS_SCALE;
}
