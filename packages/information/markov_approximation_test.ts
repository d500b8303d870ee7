import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { assertClose, buildSource } from "@unmask/testing";
import { JointTable } from "./joint_table.ts";
import { markovApproximation } from "./markov_approximation.ts";
import { sequenceOfCell } from "./sequence_cell.ts";

const weights = Array.from({ length: 81 }, (_, cell) => (cell * 37 % 101) ** 2 * (cell % 5));
const law = JointTable.fromWeights(weights, { length: 4, vocabularySize: 3 });

/** Law of the tokens from `first` to `last`, by a sum over all sequences. */
function window(table: JointTable, first: number, last: number): number[] {
  const tokens = new Int32Array(4);
  const masses = new Array<number>(3 ** (last - first + 1)).fill(0);
  table.probabilities.forEach((mass, cell) => {
    sequenceOfCell(cell, 3, tokens);
    masses[tokens.slice(first, last + 1).reduce((index, token) => 3 * index + token, 0)]! += mass;
  });
  return masses;
}

Deno.test("markovApproximation() has the law's marginals on windows of order + 1 tokens", () => {
  for (const order of [0, 1, 2, 3]) {
    const approximation = markovApproximation(law, { order });
    for (let first = 0; first + order < 4; first++) {
      const [q, p] = [approximation, law].map((table) => window(table, first, first + order));
      q!.forEach((mass, i) => assertClose(mass, p![i]!, { absolute: 1e-15 }));
    }
  }
  // A window longer than the memory is not that of the law: the test above could fail.
  const short = window(markovApproximation(law, { order: 1 }), 0, 2);
  strictEqual(short.some((mass, i) => Math.abs(mass - window(law, 0, 2)[i]!) > 1e-3), true);
});

Deno.test("markovApproximation() is the law itself at order L - 1, or where memory is that short", () => {
  const whole = markovApproximation(law, { order: 3 });
  whole.probabilities.forEach((mass, i) =>
    assertClose(mass, law.probabilities[i]!, { absolute: 1e-15 })
  );
  const chain = buildSource({ kind: "potts-chain", length: 4, states: 3, coupling: -1 });
  const tokens = new Int32Array(4);
  markovApproximation(chain, { order: 1 }).probabilities.forEach((mass, cell) => {
    sequenceOfCell(cell, 3, tokens);
    assertClose(mass, Math.exp(chain.logProbability(tokens)), { absolute: 1e-15 });
  });
});

Deno.test("markovApproximation() gives nothing to windows that cannot occur", () => {
  const copies = buildSource({ kind: "copies", length: 3, states: 2 });
  deepStrictEqual([...markovApproximation(copies, { order: 1 }).probabilities], [
    0.5,
    ...[0, 0, 0, 0, 0, 0],
    0.5,
  ]);
  deepStrictEqual(
    [...markovApproximation(copies, { order: 0 }).probabilities],
    new Array(8).fill(0.125),
  );
});

Deno.test("markovApproximation() refuses other orders and laws that are too large", () => {
  for (const order of [-1, 0.5, 4, NaN]) {
    throws(() => markovApproximation(law, { order }), {
      name: "RangeError",
      message: `Cannot approximate a law: order must be an integer from 0 to 3, got ${order}`,
    });
  }
  const long = buildSource({ kind: "copies", length: 64, states: 2 });
  throws(() => markovApproximation(long, { order: 1 }), /at most 16777216, got 2\^64/);
});
