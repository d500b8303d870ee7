import { strictEqual } from "node:assert/strict";
import { JointTable, MASK, sequenceOfCell } from "@unmask/information";
import { assertClose } from "@unmask/testing";
import { RevealedMarginals } from "./revealed_marginals.ts";

const weights = Array.from({ length: 27 }, (_, cell) => (cell * 7 % 11) ** 2);
const law = JointTable.fromWeights(weights, { length: 3, vocabularySize: 3 });

Deno.test("RevealedMarginals sums the sequences that a state leaves open", () => {
  const marginals = new RevealedMarginals(law);
  strictEqual(marginals.count, 64);
  const state = new Int32Array(3);
  const tokens = new Int32Array(3);
  const out = new Float64Array(9);
  const exact = new Float64Array(9);
  for (let index = 0; index < marginals.count; index++) {
    const masked = marginals.read(index, state);
    strictEqual(marginals.indexOf(state), index);
    const positions = Int32Array.from([0, 1, 2].filter((i) => state[i] === MASK));
    strictEqual(masked, positions.length);
    let mass = 0;
    for (let cell = 0; cell < 27; cell++) {
      sequenceOfCell(cell, 3, tokens);
      if (tokens.every((token, i) => state[i] === MASK || state[i] === token)) {
        mass += law.probabilities[cell]!;
      }
    }
    assertClose(marginals.mass(index), mass, { absolute: 1e-15 });
    if (mass === 0) continue;
    marginals.conditionals(index, positions, out);
    law.conditionals(state, positions, exact);
    for (let i = 0; i < 3 * masked; i++) assertClose(out[i]!, exact[i]!, { absolute: 1e-15 });
  }
});
