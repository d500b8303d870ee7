import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { streamFamily } from "@unmask/random";
import {
  assertClose,
  assertDrawnFrom,
  assertEnumeratedConditionals,
  NaiveLaw,
  sequences,
  subsets,
} from "@unmask/testing";
import { copies } from "./copies.ts";
import { curveMeasures } from "./curve_measures.ts";
import { dualTotalCorrelation } from "./dual_total_correlation.ts";
import { JointTable } from "./joint_table.ts";
import { parity } from "./parity.ts";
import { product } from "./product.ts";
import { reedSolomon } from "./reed_solomon.ts";
import { cellOfSequence } from "./sequence_cell.ts";
import { MASK, type SequenceSpace, type Source } from "./source.ts";
import { totalCorrelation } from "./total_correlation.ts";
import { totalTokenMutualInformation } from "./total_token_mutual_information.ts";

/** A law of this package with its words listed from its definition, apart from the code under test. */
interface Example {
  readonly name: string;
  readonly law: Source;
  readonly dimension: number;
  readonly words: readonly (readonly number[])[];
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function examples(): Example[] {
  const spaces = [[1, 1], [1, 3], [2, 1], [2, 2], [3, 2], [4, 2], [3, 3], [2, 5], [5, 2]] as const;
  const plain = spaces.flatMap(([length, vocabularySize]): Example[] => {
    const space = { length, vocabularySize };
    const all = [...sequences(length, vocabularySize)];
    return [
      {
        name: `product ${length} ${vocabularySize}`,
        law: product(space),
        dimension: length,
        words: all,
      },
      {
        name: `parity ${length} ${vocabularySize}`,
        law: parity(space),
        dimension: length - 1,
        words: all.filter((tokens) => sum(tokens) % vocabularySize === 0),
      },
    ];
  });
  const shapes = [[2, 1], [2, 2], [3, 2], [3, 3], [5, 3], [5, 4], [7, 3]] as const;
  const codes = shapes.flatMap(([field, length]) =>
    Array.from({ length }, (_, i): Example => ({
      name: `reed-solomon ${field} ${length} ${i + 1}`,
      law: reedSolomon({ field, length, dimension: i + 1 }),
      dimension: i + 1,
      words: [...sequences(i + 1, field)].map((polynomial) =>
        Array.from(
          { length },
          (_, point) => sum(polynomial.map((coefficient, j) => coefficient * point ** j)) % field,
        )
      ),
    }))
  );
  return [...plain, ...codes];
}

/** The uniform law on some words. */
function tableOf(words: readonly (readonly number[])[], space: SequenceSpace): JointTable {
  const weights = new Float64Array(space.vocabularySize ** space.length);
  for (const word of words) {
    weights[cellOfSequence(Int32Array.from(word), space.vocabularySize)] = 1;
  }
  return JointTable.fromWeights(weights, space);
}

/** Entropies of at most 7 nats, sums of up to 625 enumerated terms. */
const rounding = { absolute: 1e-13 };

Deno.test("every code has the probabilities of its words: K^-k, and none off the code", () => {
  for (const { name, law, dimension, words } of examples()) {
    strictEqual(new Set(words.map(String)).size, law.vocabularySize ** dimension, name);
    const table = tableOf(words, law);
    for (const tokens of sequences(law.length, law.vocabularySize)) {
      const sequence = Int32Array.from(tokens);
      const expected = table.logProbability(sequence);
      assertClose(law.logProbability(sequence), expected, { absolute: 1e-14 });
    }
  }
});

Deno.test("every code has the entropy of every subset of its tokens, enumerated", () => {
  for (const { law, words } of examples()) {
    const naive = new NaiveLaw(tableOf(words, law));
    const all = Array.from({ length: law.length }, (_, i) => i);
    for (let size = 0; size <= law.length; size++) {
      for (const positions of subsets(all, size)) {
        assertClose(law.subsetEntropy(positions), naive.entropy(positions), rounding);
        strictEqual(law.subsetEntropy(positions.toReversed()), law.subsetEntropy(positions));
      }
    }
  }
});

Deno.test("every code has the information curve of its table, and it is one step", () => {
  for (const { law, dimension, words } of examples()) {
    const curve = law.informationCurve();
    const enumerated = tableOf(words, law).informationCurve();
    const bit = Math.log(law.vocabularySize);
    for (let k = 0; k < law.length; k++) {
      strictEqual(curve.conditionalEntropies[k], k < dimension ? bit : 0);
      assertClose(curve.conditionalEntropies[k]!, enumerated.conditionalEntropies[k]!, rounding);
      assertClose(
        curve.tokenMutualInformation[k]!,
        enumerated.tokenMutualInformation[k]!,
        rounding,
      );
    }
  }
});

Deno.test("a code has TC = (L-k) ln K, DTC = k ln K and MI = L ln K, by curve and by subsets", () => {
  for (const { law, dimension } of examples()) {
    if (dimension === 0 || dimension === law.length) continue;
    const { length } = law;
    const bit = Math.log(law.vocabularySize);
    const measures = curveMeasures(law.informationCurve());
    const relative = 1e-14;
    assertClose(measures.entropy, dimension * bit, { relative });
    assertClose(measures.totalCorrelation, (length - dimension) * bit, { relative });
    assertClose(totalCorrelation(law), (length - dimension) * bit, { relative });
    assertClose(measures.dualTotalCorrelation, dimension * bit, { relative });
    assertClose(dualTotalCorrelation(law), dimension * bit, { relative });
    assertClose(measures.totalMutualInformation, length * bit, { relative });
    assertClose(totalTokenMutualInformation(law), length * bit, { relative });
  }
});

Deno.test("the table of another law of the same entropy has another curve", () => {
  // All that the tests above compare, for x_3 = x_1 + x_2 against a repeated pair: both K^2 words.
  const pairs = [...sequences(2, 3)].map(([x, y]) => [x!, y!, y!]);
  const other = tableOf(pairs, { length: 3, vocabularySize: 3 });
  const law = parity({ length: 3, vocabularySize: 3 });
  assertClose(other.subsetEntropy([0, 1, 2]), law.subsetEntropy([0, 1, 2]), rounding);
  throws(() => assertClose(other.subsetEntropy([1, 2]), law.subsetEntropy([1, 2]), rounding));
  const [ours, theirs] = [law, other].map((source) => source.informationCurve());
  throws(() =>
    assertClose(ours!.conditionalEntropies[1]!, theirs!.conditionalEntropies[1]!, rounding)
  );
});

Deno.test("every code has the conditionals of every partial state, and NaN off the code", () => {
  const seen = { compared: 0, impossible: 0 };
  for (const { name, law } of examples()) {
    if ((2 * law.vocabularySize + 1) ** law.length > 20_000) continue;
    // Masses are exponentials of logarithms, sums of up to 243 of them.
    const count = assertEnumeratedConditionals(law, { relative: 1e-12 });
    strictEqual(count.undefinedRows, count.impossible, name);
    seen.compared += count.compared;
    seen.impossible += count.impossible;
  }
  ok(seen.compared > 3000 && seen.impossible > 500, JSON.stringify(seen));
});

Deno.test("rows are given in the order asked for, and no others are written", () => {
  const law = reedSolomon({ field: 5, length: 4, dimension: 2 });
  const out = new Float64Array(15).fill(9);
  // The line 1 + 2 x is 1, 3, 0, 2.
  strictEqual(law.conditionals(Int32Array.of(MASK, 3, 0, MASK), Int32Array.of(3, 0), out), 0);
  deepStrictEqual([...out], [0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 9, 9, 9, 9, 9]);
  strictEqual(law.conditionals(Int32Array.of(1, 3, 1, MASK), Int32Array.of(3), out), 1);
  deepStrictEqual([...out.subarray(0, 6)], [NaN, NaN, NaN, NaN, NaN, 0]);
});

Deno.test("every code draws its words uniformly", () => {
  for (
    const { name, law, words } of examples().filter(({ words }) =>
      words.length >= 2 && words.length <= 125
    )
  ) {
    const table = tableOf(words, law);
    const streams = streamFamily({ seed: 303, cell: name, purpose: "draws" });
    const out = new Int32Array(law.length);
    const draw = (sample: number): number => {
      law.draw(streams.at(sample), out);
      return cellOfSequence(out, law.vocabularySize);
    };
    // Refused wrongly with probability 1e-6 each, 4e-5 in all.
    assertDrawnFrom(table.probabilities, { draws: 2000, draw });
  }
});

Deno.test("draws of a code of one dimension less are told from uniform draws of it", () => {
  const table = tableOf([...sequences(3, 3)], { length: 3, vocabularySize: 3 });
  const law = parity({ length: 3, vocabularySize: 3 });
  const streams = streamFamily({ seed: 304, cell: "parity for product", purpose: "draws" });
  const out = new Int32Array(3);
  throws(() =>
    assertDrawnFrom(table.probabilities, {
      draws: 2000,
      draw(sample): number {
        law.draw(streams.at(sample), out);
        return cellOfSequence(out, 3);
      },
    }), /chi-square/);
});

Deno.test("laws that are the same code are the same law", () => {
  const pairs: [Source, Source][] = [
    [reedSolomon({ field: 3, length: 3, dimension: 1 }), copies({ length: 3, vocabularySize: 3 })],
    [reedSolomon({ field: 3, length: 3, dimension: 3 }), product({ length: 3, vocabularySize: 3 })],
    // Over the whole field, a polynomial of degree below q - 1 sums to 0.
    [reedSolomon({ field: 3, length: 3, dimension: 2 }), parity({ length: 3, vocabularySize: 3 })],
    [reedSolomon({ field: 5, length: 5, dimension: 4 }), parity({ length: 5, vocabularySize: 5 })],
    [parity({ length: 2, vocabularySize: 2 }), copies({ length: 2, vocabularySize: 2 })],
  ];
  for (const [one, other] of pairs) {
    for (const tokens of sequences(one.length, one.vocabularySize)) {
      const sequence = Int32Array.from(tokens);
      strictEqual(one.logProbability(sequence), other.logProbability(sequence));
    }
    deepStrictEqual(one.informationCurve(), other.informationCurve());
  }
});
