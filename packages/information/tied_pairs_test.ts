import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { streamFamily } from "@unmask/random";
import { assertClose, assertDrawnFrom, NaiveLaw, sequences, subsets } from "@unmask/testing";
import { JointTable } from "./joint_table.ts";
import { MASK } from "./source.ts";
import { tiedPairs } from "./tied_pairs.ts";

/** The same law as a table: mass on the sequences whose pairs agree. */
function pairsByTable(pairs: number, vocabularySize: number): JointTable {
  const length = 2 * pairs;
  const weights = [...sequences(length, vocabularySize)].map((tokens) =>
    tokens.every((token, i) => token === tokens[i - i % 2]) ? 1 : 0
  );
  return JointTable.fromWeights(weights, { length, vocabularySize });
}

Deno.test("tiedPairs() is its table: probabilities, entropies and curve", () => {
  for (const [pairs, states] of [[1, 3], [2, 2], [3, 2], [2, 3]] as const) {
    const law = tiedPairs({ pairs, vocabularySize: states });
    const table = pairsByTable(pairs, states);
    const naive = new NaiveLaw(table);
    const all = Array.from({ length: law.length }, (_, i) => i);
    for (let size = 0; size <= law.length; size++) {
      for (const positions of subsets(all, size)) {
        assertClose(law.subsetEntropy(positions), naive.entropy(positions), { absolute: 1e-13 });
      }
    }
    const curve = law.informationCurve().conditionalEntropies;
    naive.curve().forEach((value, k) => assertClose(curve[k]!, value, { absolute: 1e-13 }));
    for (const tokens of sequences(law.length, states)) {
      const sequence = Int32Array.from(tokens);
      assertClose(law.logProbability(sequence), table.logProbability(sequence), {
        relative: 1e-14,
      });
    }
  }
});

Deno.test("tiedPairs() has the conditionals of its table, after torn pairs too", () => {
  const law = tiedPairs({ pairs: 2, vocabularySize: 2 });
  const table = pairsByTable(2, 2);
  for (const digits of sequences(4, 3)) {
    const revealed = Int32Array.from(digits, (digit) => digit === 2 ? MASK : digit);
    const positions = Int32Array.from([0, 1, 2, 3].filter((i) => revealed[i] === MASK));
    const ours = new Float64Array(positions.length * 2);
    const theirs = new Float64Array(positions.length * 2);
    strictEqual(
      law.conditionals(revealed, positions, ours),
      table.conditionals(revealed, positions, theirs),
    );
    deepStrictEqual([...ours], [...theirs]);
  }
});

Deno.test("tiedPairs() draws each pair uniformly and equal", () => {
  const law = tiedPairs({ pairs: 2, vocabularySize: 2 });
  const streams = streamFamily({ seed: 12, cell: "tied pairs", purpose: "draws" });
  const out = new Int32Array(4);
  assertDrawnFrom([1 / 4, 1 / 4, 1 / 4, 1 / 4], {
    draws: 4000,
    draw(sample): number {
      law.draw(streams.at(sample), out);
      deepStrictEqual([...out], [out[0], out[0], out[2], out[2]]);
      return 2 * out[0]! + out[2]!;
    },
  });
});

Deno.test("tiedPairs() refuses bad shapes", () => {
  for (const pairs of [0, 0.5, -1, NaN, Infinity]) {
    throws(() => tiedPairs({ pairs, vocabularySize: 2 }), {
      name: "RangeError",
      message: `Cannot tie pairs: pairs must be a positive integer, got ${pairs}`,
    });
  }
  throws(() => tiedPairs({ pairs: 1e9, vocabularySize: 2 }), /length must be an integer from 1 to/);
  throws(() => tiedPairs({ pairs: 1, vocabularySize: 0 }), /vocabulary size must be/);
});
