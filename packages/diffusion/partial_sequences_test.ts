import { strictEqual } from "node:assert/strict";
import { JointTable, MASK, sequenceOfCell } from "@unmask/information";
import { assertClose } from "@unmask/testing";
import { MASS_SCALE, PartialSequences } from "./partial_sequences.ts";

const weights = Array.from({ length: 27 }, (_, cell) => (cell * 7 % 11) ** 2);
const law = JointTable.fromWeights(weights, { length: 3, vocabularySize: 3 });
const partial = new PartialSequences(law);

Deno.test("PartialSequences.marginals() sums the sequences that a state leaves open", () => {
  strictEqual(partial.count, 64);
  const marginals = partial.marginals(law);
  const seen = new Set<string>();
  const state = new Int32Array(3);
  const tokens = new Int32Array(3);
  for (let index = 0; index < partial.count; index++) {
    partial.decode(index, state);
    seen.add(state.join());
    let mass = 0;
    for (let cell = 0; cell < 27; cell++) {
      sequenceOfCell(cell, 3, tokens);
      if (tokens.every((token, i) => state[i] === MASK || state[i] === token)) {
        mass += law.probabilities[cell]!;
      }
    }
    // Up to 27 masses of at most 1 are added in another order.
    assertClose(marginals[index]! / MASS_SCALE, mass, { absolute: 1e-15 });
  }
  strictEqual(seen.size, 64);
});

Deno.test("PartialSequences.forEachWhole() meets every whole sequence once, with its cell", () => {
  const state = new Int32Array(3);
  const tokens = new Int32Array(3);
  const cells: number[] = [];
  partial.forEachWhole((index, cell) => {
    partial.decode(index, state);
    sequenceOfCell(cell, 3, tokens);
    strictEqual(state.join(), tokens.join());
    cells.push(cell);
  });
  strictEqual(new Set(cells).size, 27);
});
