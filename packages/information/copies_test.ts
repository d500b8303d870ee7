import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { streamFamily } from "@unmask/random";
import { assertClose, assertDrawnFrom, NaiveLaw, subsets } from "@unmask/testing";
import { copies } from "./copies.ts";
import { curveMeasures } from "./curve_measures.ts";
import { JointTable } from "./joint_table.ts";
import { MASK } from "./source.ts";

/** The same law as a table: mass on the K constant sequences. */
function copiesByTable(length: number, vocabularySize: number): JointTable {
  const step = (vocabularySize ** length - 1) / (vocabularySize - 1);
  const weights = Float64Array.from(
    { length: vocabularySize ** length },
    (_, cell) => cell % step === 0 ? 1 : 0,
  );
  return JointTable.fromWeights(weights, { length, vocabularySize });
}

Deno.test("copies() has TC = (L-1) ln K, DTC = ln K, MI = L ln K", () => {
  for (const [length, states] of [[2, 2], [5, 3], [64, 27]] as const) {
    const measures = curveMeasures(
      copies({ length, vocabularySize: states }).informationCurve(),
    );
    const bit = Math.log(states);
    assertClose(measures.entropy, bit, { relative: 1e-15 });
    assertClose(measures.totalCorrelation, (length - 1) * bit, { relative: 1e-15 });
    assertClose(measures.dualTotalCorrelation, bit, { relative: 1e-15 });
    assertClose(measures.totalMutualInformation, length * bit, { relative: 1e-15 });
  }
});

Deno.test("copies() of one token, or of one state, have no correlation", () => {
  for (const space of [{ length: 1, vocabularySize: 5 }, { length: 4, vocabularySize: 1 }]) {
    const law = copies(space);
    const measures = curveMeasures(law.informationCurve());
    strictEqual(measures.totalMutualInformation, 0);
    strictEqual(measures.entropy, Math.log(space.vocabularySize));
  }
});

Deno.test("copies() is its table: probabilities, entropies, curve, conditionals", () => {
  for (const [length, states] of [[3, 2], [4, 3]] as const) {
    const law = copies({ length, vocabularySize: states });
    const table = copiesByTable(length, states);
    const naive = new NaiveLaw(table);
    const all = Array.from({ length }, (_, i) => i);
    for (let size = 0; size <= length; size++) {
      for (const positions of subsets(all, size)) {
        assertClose(law.subsetEntropy(positions), naive.entropy(positions), { relative: 1e-14 });
      }
    }
    const curve = law.informationCurve().conditionalEntropies;
    naive.curve().forEach((value, k) => assertClose(curve[k]!, value, { absolute: 1e-14 }));
    for (const state of [[MASK, MASK, MASK], [1, MASK, MASK], [MASK, 1, 1], [0, 1, MASK]]) {
      const revealed = Int32Array.from({ length }, (_, i) => state[i] ?? MASK);
      const positions = Int32Array.from(all.filter((i) => revealed[i] === MASK));
      const ours = new Float64Array(positions.length * states);
      const theirs = new Float64Array(positions.length * states);
      strictEqual(
        law.conditionals(revealed, positions, ours),
        table.conditionals(revealed, positions, theirs),
      );
      deepStrictEqual([...ours], [...theirs]);
    }
    strictEqual(law.logProbability(new Int32Array(length).fill(1)), -Math.log(states));
    strictEqual(law.logProbability(Int32Array.from(all, (i) => i === 0 ? 1 : 0)), -Infinity);
  }
});

Deno.test("copies() draws one uniform token and repeats it", () => {
  const law = copies({ length: 3, vocabularySize: 4 });
  const streams = streamFamily({ seed: 21, cell: "copies", purpose: "draws" });
  const out = new Int32Array(3);
  assertDrawnFrom([1 / 4, 1 / 4, 1 / 4, 1 / 4], {
    draws: 4000,
    draw(sample): number {
      law.draw(streams.at(sample), out);
      deepStrictEqual([...out], [out[0], out[0], out[0]]);
      return out[0]!;
    },
  });
});

Deno.test("copies() refuses bad shapes, sequences and positions", () => {
  throws(() => copies({ length: 0, vocabularySize: 2 }), {
    name: "RangeError",
    message: "Cannot make copies: length must be an integer from 1 to 4194304, got 0",
  });
  throws(() => copies({ length: 1e12, vocabularySize: 2 }), /length must be an integer from 1 to/);
  const law = copies({ length: 2, vocabularySize: 2 });
  throws(() => law.logProbability(Int32Array.of(MASK, MASK)), RangeError);
  throws(() => law.subsetEntropy([2]), RangeError);
  // A token K would write its 1 into the next row.
  throws(
    () => law.conditionals(Int32Array.of(2, MASK), Int32Array.of(1), new Float64Array(2)),
    RangeError,
  );
});
