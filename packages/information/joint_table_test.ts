import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { streamFamily } from "@unmask/random";
import {
  arbitraryTable,
  assertClose,
  assertDrawnFrom,
  assertEnumeratedConditionals,
  assertReferenceMeasures,
  buildableCases,
  NaiveLaw,
  sequences,
  subsets,
  type TableSpec,
} from "@unmask/testing";
import fc from "fast-check";
import { curveMeasures } from "./curve_measures.ts";
import type { InformationCurve } from "./information_curve.ts";
import { JointTable } from "./joint_table.ts";
import { cellOfSequence } from "./sequence_cell.ts";
import { MASK } from "./source.ts";

/** Parity of two fair bits: x_3 = x_1 xor x_2. */
const parity = JointTable.fromWeights([1, 0, 0, 1, 0, 1, 1, 0], { length: 3, vocabularySize: 2 });

function tableOf({ length, states, weights }: TableSpec): JointTable {
  return JointTable.fromWeights(weights, { length, vocabularySize: states });
}

/** Entropies of up to 10 nats by sums of up to 243 terms in another order. */
const rounding = { absolute: 1e-13 };

Deno.test("JointTable has the measures of all 3 tables among the references", async () => {
  const cases = await buildableCases(["table"]);
  strictEqual(cases.length, 3);
  strictEqual(cases.map(assertReferenceMeasures).reduce((a, b) => a + b), 12 + 13 + 11);
});

Deno.test("parity has TC = ln K, DTC = (L-1) ln K, MI = L ln K", () => {
  for (const [length, states] of [[2, 2], [3, 2], [5, 2], [3, 3]] as const) {
    // The last token makes the sum 0 modulo K.
    const weights = [...sequences(length, states)].map((tokens) =>
      tokens.reduce((a, b) => a + b) % states === 0 ? 1 : 0
    );
    const law = JointTable.fromWeights(weights, { length, vocabularySize: states });
    const measures = curveMeasures(law.informationCurve());
    const bit = Math.log(states);
    assertClose(measures.entropy, (length - 1) * bit, rounding);
    assertClose(measures.totalCorrelation, bit, rounding);
    assertClose(measures.dualTotalCorrelation, (length - 1) * bit, rounding);
    assertClose(measures.totalMutualInformation, length * bit, rounding);
  }
});

/** Independent tokens, all of one law, as a table. */
function independent(tokenLaw: readonly number[], length: number): Float64Array {
  let masses = Float64Array.of(1);
  for (let i = 0; i < length; i++) {
    masses = Float64Array.from(
      { length: masses.length * tokenLaw.length },
      (_, cell) => masses[Math.floor(cell / tokenLaw.length)]! * tokenLaw[cell % tokenLaw.length]!,
    );
  }
  return masses;
}

/** Refuses a curve whose values are further from the exact ones than its resolution. */
function assertFlat(curve: InformationCurve, from: number, exact: number): void {
  const { conditionalEntropies, resolution } = curve;
  ok(resolution > 0 && resolution < 2e-12);
  conditionalEntropies.subarray(from).forEach((value) => {
    ok(Math.abs(value - exact) <= resolution, `${value} is not ${exact}`);
  });
}

Deno.test("tables of 2^16 independent cells and more have flat curves, to their own resolution", () => {
  const laws = [[0.5, 0.5], [0.3, 0.7], [0.999, 0.001], [0.25, 0.25, 0.25, 0.25], [0.1, 0.2, 0.7]];
  for (const tokenLaw of laws) {
    const vocabularySize = tokenLaw.length;
    const length = Math.ceil(16 / Math.log2(vocabularySize));
    const law = JointTable.fromProbabilities(independent(tokenLaw, length), {
      length,
      vocabularySize,
    });
    const exact = -tokenLaw.reduce((sum, mass) => sum + mass * Math.log(mass), 0);
    assertFlat(law.informationCurve(), 0, exact);
  }
});

Deno.test("a table of 2^16 cells of copies has a curve that is flat from the second token on", () => {
  const weights = new Float64Array(2 ** 16);
  weights[0] = weights[2 ** 16 - 1] = 1;
  const law = JointTable.fromWeights(weights, { length: 16, vocabularySize: 2 });
  assertFlat(law.informationCurve(), 1, 0);
});

Deno.test("the curve of a table in which tokens depend by 1e-10 nats is not flat to its resolution", () => {
  // Each bit agrees with the one before it a little more often than not: about 2 e^2 nats a pair.
  const weights = Float64Array.from({ length: 2 ** 16 }, (_, cell) => {
    const changes = (cell ^ (cell >> 1)) & 0x7fff;
    return (1 - 1e-5) ** changes.toString(2).replaceAll("0", "").length;
  });
  const law = JointTable.fromWeights(weights, { length: 16, vocabularySize: 2 });
  throws(() => assertFlat(law.informationCurve(), 0, Math.LN2), /is not/);
});

Deno.test("JointTable keeps probabilities as they are, and normalises weights", () => {
  const space = { length: 2, vocabularySize: 2 };
  const given = [0.1, 0.2, 0.3, 0.4000000001];
  deepStrictEqual([...JointTable.fromProbabilities(given, space).probabilities], given);
  deepStrictEqual(
    [...JointTable.fromWeights([1, 2, 0, 1], space).probabilities],
    [0.25, 0.5, 0, 0.25],
  );
});

Deno.test("JointTable's subset entropies and probabilities are the enumerated ones, in any order", () => {
  const weights = [5, 1, 0, 2, 3, 1, 1, 4, 0, 0, 7, 1, 2, 2, 2, 5, 1, 3, 0, 1, 1, 6, 2, 2, 3, 1, 1];
  const law = JointTable.fromWeights(weights, { length: 3, vocabularySize: 3 });
  const naive = new NaiveLaw(law);
  for (const positions of [[], [0], [2], [0, 2], [2, 0], [1, 2], [2, 1, 0]]) {
    assertClose(law.subsetEntropy(positions), naive.entropy(positions), rounding);
  }
  let cell = 0;
  for (const tokens of sequences(3, 3)) {
    strictEqual(
      law.logProbability(Int32Array.from(tokens)),
      Math.log(weights[cell++]! / weights.reduce((a, b) => a + b)),
    );
  }
});

Deno.test("JointTable's conditionals are ratios of enumerated masses, for all partial states", () => {
  const seen = { compared: 0, impossible: 0 };
  fc.assert(
    fc.property(arbitraryTable(), (spec) => {
      // Masses here are exponentials of logarithms: a rounding of up to 745 nats.
      const count = assertEnumeratedConditionals(tableOf(spec), { relative: 1e-12 });
      strictEqual(count.undefinedRows, count.impossible);
      seen.compared += count.compared;
      seen.impossible += count.impossible;
    }),
    { seed: 2, numRuns: 40 },
  );
  ok(seen.compared > 1000 && seen.impossible > 20, JSON.stringify(seen));
});

Deno.test("JointTable's conditionals write only the rows asked for, in the order asked for", () => {
  const out = new Float64Array(6).fill(9);
  const revealed = Int32Array.of(MASK, 1, MASK);
  strictEqual(parity.conditionals(revealed.with(0, 1), Int32Array.of(2), out), 0);
  deepStrictEqual([...out], [1, 0, 9, 9, 9, 9]);
  const skew = JointTable.fromWeights([1, 2, 3, 4], { length: 2, vocabularySize: 2 });
  skew.conditionals(Int32Array.of(MASK, MASK), Int32Array.of(1, 0), out);
  deepStrictEqual([...out], [0.4, 0.6000000000000001, 0.30000000000000004, 0.7, 9, 9]);
});

Deno.test("JointTable draws by its probabilities", () => {
  const law = JointTable.fromWeights([3, 0, 1, 4, 1, 5, 9, 2, 0], { length: 2, vocabularySize: 3 });
  const streams = streamFamily({ seed: 31, cell: "joint table", purpose: "draws" });
  const out = new Int32Array(2);
  const draw = (sample: number): number => {
    law.draw(streams.at(sample), out);
    return cellOfSequence(out, 3);
  };
  assertDrawnFrom(law.probabilities, { draws: 10_000, draw });
  // A law that differs by a tenth of one mass is told apart.
  const other = [3, 0, 1, 4, 1, 5, 8, 3, 0].map((weight) => weight / 25);
  throws(() => assertDrawnFrom(other, { draws: 10_000, draw }), /chi-square/);
});

Deno.test("the curve of independent tokens is flat, nearly certain ones included", () => {
  for (const rare of [0.5, 1e-3, 1e-9, 1e-13, 1e-17]) {
    const weights = [...sequences(4, 2)].map((tokens) =>
      tokens.reduce((mass, token) => mass * (token === 0 ? 1 : rare), 1)
    );
    const curve = JointTable.fromWeights(weights, { length: 4, vocabularySize: 2 })
      .informationCurve();
    const { totalMutualInformation } = curveMeasures(curve);
    assertClose(totalMutualInformation, 0, { absolute: 1e-14 });
  }
});

Deno.test("the curve of any small table is the enumerated one", () => {
  fc.assert(
    fc.property(arbitraryTable(), (spec) => {
      const law = tableOf(spec);
      const { conditionalEntropies } = law.informationCurve();
      new NaiveLaw(law).curve().forEach((value, k) => {
        assertClose(conditionalEntropies[k]!, value, rounding);
      });
    }),
    { seed: 3, numRuns: 100 },
  );
});

Deno.test("JointTable refuses wrong shapes, and costs above its limit, before it takes memory", () => {
  const refusals: readonly [number, number, number, string][] = [
    [2, 2, 3, "it must have K^L = 2^2 = 4 cells, got 3"],
    [2, 2, 5, "it must have K^L = 2^2 = 4 cells, got 5"],
    [0, 2, 1, "length must be an integer from 1 to 4194304, got 0"],
    [2, 0, 0, "vocabulary size must be an integer from 1 to 4194304, got 0"],
    [2, NaN, 0, "vocabulary size must be an integer from 1 to 4194304, got NaN"],
    [1.5, 2, 3, "length must be an integer from 1 to 4194304, got 1.5"],
    [25, 2, 0, "cells K^L must be at most 16777216, got 2^25"],
    [4000, 4000, 0, "cells K^L must be at most 16777216, got 4000^4000"],
  ];
  for (const [length, vocabularySize, cells, rule] of refusals) {
    const weights = new Array<number>(cells).fill(1);
    for (const make of [JointTable.fromWeights, JointTable.fromProbabilities]) {
      throws(() => make(weights, { length, vocabularySize }), {
        name: "RangeError",
        message: `Cannot make a joint table: ${rule}`,
      });
    }
  }
});

Deno.test("JointTable refuses masses that are no law, and sequences of another space", () => {
  const space = { length: 1, vocabularySize: 2 };
  throws(() => JointTable.fromProbabilities([0.5, 0.6], space), /masses must sum to 1/);
  throws(() => JointTable.fromProbabilities([NaN, 0.5], space), /must be finite and at least 0/);
  throws(() => JointTable.fromWeights([0, 0], space), /at least one must be positive/);
  throws(() => parity.logProbability(Int32Array.of(0, 1)), /must have 3 tokens, got 2/);
  throws(() => parity.logProbability(Int32Array.of(0, 1, MASK)), /tokens must be from 0 to 1/);
  throws(() => parity.subsetEntropy([3]), /each must be an integer from 0 to 2, got 3/);
  throws(
    () => parity.conditionals(Int32Array.of(2, 0, MASK), Int32Array.of(2), new Float64Array(2)),
    /tokens must be from -1 to 1, got 2/,
  );
});

Deno.test("a table too wide for all its subsets still has entropies, one at a time", () => {
  const law = JointTable.fromWeights(new Float64Array(2 ** 19).fill(1), {
    length: 19,
    vocabularySize: 2,
  });
  throws(() => law.informationCurve(), /\(K\+1\)\^L must be at most 1073741824, got 3\^19/);
  for (const positions of subsets([0, 9, 18], 2)) {
    assertClose(law.subsetEntropy(positions), 2 * Math.LN2, { relative: 1e-14 });
  }
});
