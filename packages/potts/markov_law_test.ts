import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { MASK } from "@unmask/information";
import { assertClose } from "@unmask/testing";
import { markovChain } from "./markov_chain.ts";
import { MarkovLaw } from "./markov_law.ts";
import { pottsChain } from "./potts_chain.ts";
import type { TransitionKernel } from "./transition_kernel.ts";
import { transitionMatrix } from "./transition_matrix.ts";

/** 0 -> 1 -> 2 -> 0, sometimes lingering at 0. */
const ring = transitionMatrix([[0.5, 0.5, 0], [0, 0, 1], [1, 0, 0]]);

Deno.test("a token depends on its nearest revealed neighbours only", () => {
  const law = pottsChain({ length: 7, states: 3, coupling: 1 });
  const near = new Float64Array(3);
  const far = new Float64Array(3);
  law.conditionals(Int32Array.of(MASK, MASK, 0, MASK, 1, MASK, MASK), Int32Array.of(3), near);
  law.conditionals(Int32Array.of(2, 1, 0, MASK, 1, 2, 2), Int32Array.of(3), far);
  deepStrictEqual([...near], [...far]);
});

Deno.test("rows are given in the order asked for, each by its own neighbours", () => {
  const law = markovChain({ length: 4, transitions: ring, initial: [1, 0, 0] });
  const out = new Float64Array(9).fill(9);
  const undefinedRows = law.conditionals(
    Int32Array.of(0, MASK, MASK, 2),
    Int32Array.of(2, 1),
    out,
  );
  strictEqual(undefinedRows, 0);
  // 0 . . 2 can only be 0 0 1 2.
  deepStrictEqual([...out], [0, 1, 0, 1, 0, 0, 9, 9, 9]);
});

Deno.test("only rows whose own neighbours exclude each other are undefined", () => {
  const law = markovChain({ length: 5, transitions: ring, initial: [1, 0, 0] });
  const out = new Float64Array(6);
  // 1 . 1 is impossible, 1 . . after it is not.
  const state = Int32Array.of(0, 1, MASK, 1, MASK);
  strictEqual(law.conditionals(state, Int32Array.of(2, 4), out), 1);
  deepStrictEqual([...out], [NaN, NaN, NaN, 0, 0, 1]);
});

Deno.test("rows keep their digits where products of two rare steps leave the range of doubles", () => {
  const rare = 2 ** -600;
  const transitions = transitionMatrix([[1, rare, rare], [rare, 1, rare], [rare, rare, 1]]);
  const law = markovChain({ length: 4, transitions, initial: [1, 0, 0] });
  const row = new Float64Array(3);
  // 0 . . 1: one rare step, to the left or to the right of the token.
  law.conditionals(Int32Array.of(0, MASK, MASK, 1), Int32Array.of(1), row);
  row.forEach((mass, y) => assertClose(mass, [2 / 3, 1 / 3, 0][y]!, { absolute: 1e-15 }));
  // 0 0 1 through 2 only: two rare steps of 2^-600 each.
  const detour = transitionMatrix([[1, 0, rare], [0, 1, 0], [0, rare, 1]]);
  const through = markovChain({ length: 3, transitions: detour, initial: [1, 0, 0] });
  strictEqual(
    through.conditionals(Int32Array.of(0, MASK, 1), Int32Array.of(1), row),
    0,
  );
  deepStrictEqual([...row], [0, 0, 1]);
});

Deno.test("tokens far apart on a long started chain are settled and independent", () => {
  const length = 2 ** 22;
  const law = markovChain({ length, transitions: ring, initial: [0, 1, 0] });
  // Balance: pi = (2, 1, 1) / 4. The last token forgets the first, which is certain.
  assertClose(law.subsetEntropy([0, length - 1]), 1.5 * Math.LN2, { relative: 1e-13 });
});

Deno.test("a law refuses positions, sequences and states that are not of its space", () => {
  const law = pottsChain({ length: 3, states: 2, coupling: 1 });
  throws(() => law.subsetEntropy([0, 3]), /each must be an integer from 0 to 2, got 3/);
  throws(() => law.subsetEntropy([1, 1]), /each must occur once, got 1 twice/);
  throws(() => law.logProbability(Int32Array.of(0, 1)), /must have 3 tokens, got 2/);
  throws(() => law.logProbability(Int32Array.of(0, MASK, 0)), /tokens must be from 0 to 1, got -1/);
  const rows = new Float64Array(2);
  throws(
    () => law.conditionals(Int32Array.of(0, MASK, 2), Int32Array.of(1), rows),
    /tokens must be from -1 to 1, got 2/,
  );
  throws(
    () => law.conditionals(Int32Array.of(0, MASK, 1), Int32Array.of(0), rows),
    /must be masked, got position 0 that holds 0/,
  );
  ok(rows.every((value) => value === 0));
});

Deno.test("a law refuses a kernel without a shape", () => {
  const kernel = { length: 0, vocabularySize: 2 } as TransitionKernel;
  throws(() => new MarkovLaw(kernel), {
    name: "RangeError",
    message: "Cannot make a chain: length must be an integer from 1 to 4194304, got 0",
  });
});

Deno.test("neighbourTables() of a chain given by a matrix hold its powers and laws until they settle", () => {
  const weather = transitionMatrix([[0.7, 0.2, 0.1], [0.1, 0.1, 0.8], [0.45, 0.5, 0.05]]);
  const initial = [0, 1, 0];
  const law = markovChain({ length: 500, transitions: weather, initial });
  const tables = law.neighbourTables();
  ok(tables.form === "matrix");
  const { powers, marginals } = tables;
  const distances = powers.length / 9;
  ok(distances > 20 && distances < 200 && marginals.length / 3 > 20, `${distances}`);
  const state = new Int32Array(500).fill(MASK);
  const row = new Float64Array(3);
  for (let x = 0; x < 3; x++) {
    state[100] = x;
    for (let d = 1; d < 300; d++) {
      law.conditionals(state, Int32Array.of(100 + d), row);
      const from = 9 * (Math.min(d, distances) - 1) + 3 * x;
      row.forEach((mass, y) => assertClose(powers[from + y]!, mass, { relative: 1e-14 }));
    }
  }
  deepStrictEqual([...marginals.subarray(0, 3)], initial);
  const stationary = markovChain({ length: 500, transitions: weather }).neighbourTables();
  ok(stationary.form === "matrix" && stationary.marginals.length === 3);
});

Deno.test("neighbourTables() of a Potts chain are its probabilities as mantissas and orders", () => {
  for (const [states, coupling] of [[4, 2], [4, -2], [2, -3], [1, 2], [3, 0]] as const) {
    const law = pottsChain({ length: 9, states, coupling });
    const tables = law.neighbourTables();
    ok(tables.form === "equality");
    const { rare, same, other, sameOrder, otherOrder } = tables;
    const row = new Float64Array(states);
    for (let d = 1; d < 9; d++) {
      const state = new Int32Array(9).fill(MASK);
      state[0] = 0;
      law.conditionals(state, Int32Array.of(d), row);
      assertClose(same[d]! * rare ** sameOrder[d]!, row[0]!, { relative: 1e-14 });
      if (states === 1) continue;
      assertClose(other[d]! * rare ** otherOrder[d]!, row[1]!, { relative: 1e-14 });
    }
  }
});

Deno.test("neighbourTables() refuse a chain that never settles before they take too much memory", () => {
  const states = 32;
  const cycle = Array.from(
    { length: states },
    (_, x) => Array.from({ length: states }, (_, y) => Number(y === (x + 1) % states)),
  );
  const law = markovChain({ length: 2 ** 14, transitions: transitionMatrix(cycle) });
  throws(() => law.neighbourTables(), {
    name: "RangeError",
    message: "Cannot tabulate a chain: numbers must be at most 8388608, got 8193 x 1024 and more",
  });
});
