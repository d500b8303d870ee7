import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { cellOfSequence, curveMeasures, JointTable, MASK } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import {
  assertClose,
  assertDrawnFrom,
  assertEnumeratedConditionals,
  assertReferenceMeasures,
  buildableCases,
  NaiveLaw,
  sequences,
  subsets,
} from "@unmask/testing";
import { pottsChain } from "./potts_chain.ts";
import type { PottsOptions } from "./potts_options.ts";
import { pottsRing } from "./potts_ring.ts";

/** Even and odd rings, one token and two, one state, and couplings at both ends of exp. */
const shapes = [
  [1, 1],
  [1, 4],
  [2, 2],
  [2, 3],
  [3, 1],
  [3, 2],
  [3, 3],
  [4, 2],
  [4, 3],
  [5, 2],
  [3, 4],
] as const;
const couplings = [-800, -40, -6, -0.7, -1e-6, 0, 1e-6, 0.5, 3, 20, 800] as const;

/** Pairs of equal neighbours around the ring: one token is its own, two are neighbours twice. */
function neighboursThatAgree(tokens: readonly number[]): number {
  return tokens.filter((token, i) => token === tokens[(i + 1) % tokens.length]).length;
}

/** The ring from its definition: `exp(J * agreements)`, scaled so that the largest is 1. */
function enumeratedRing({ length, states, coupling }: PottsOptions): JointTable {
  const agreements = [...sequences(length, states)].map(neighboursThatAgree);
  const most = coupling > 0 ? Math.max(...agreements) : Math.min(...agreements);
  return JointTable.fromWeights(
    agreements.map((count) => Math.exp(coupling * (count - most))),
    { length, vocabularySize: states },
  );
}

function everyRing(check: (options: PottsOptions) => void): void {
  for (const [length, states] of shapes) {
    for (const coupling of couplings) check({ length, states, coupling });
  }
}

Deno.test("pottsRing() has the measures of both rings among the references", async () => {
  const cases = await buildableCases(["potts-ring"]);
  strictEqual(cases.length, 2);
  strictEqual(cases.map(assertReferenceMeasures).reduce((a, b) => a + b), 5 + 4 + 2 * 8);
});

Deno.test("pottsRing() has the probabilities of its definition", () => {
  everyRing((options) => {
    const { length, states, coupling } = options;
    const law = pottsRing(options);
    const all = [...sequences(length, states)];
    const counts = all.map(neighboursThatAgree);
    const most = coupling > 0 ? Math.max(...counts) : Math.min(...counts);
    const total = counts.reduce((sum, count) => sum + Math.exp(coupling * (count - most)), 0);
    all.forEach((tokens, cell) => {
      const expected = coupling * (counts[cell]! - most) - Math.log(total);
      const actual = law.logProbability(Int32Array.from(tokens));
      assertClose(actual, expected, { absolute: 1e-14, relative: 1e-15 });
    });
  });
});

Deno.test("pottsRing() has Z = (e^J+K-1)^L + (K-1)(e^J-1)^L, also for one token and two", () => {
  for (const [length, states] of shapes) {
    for (const coupling of [-3, -0.7, 0, 0.5, 2]) {
      const weight = Math.exp(coupling);
      const z = (weight + states - 1) ** length + (states - 1) * (weight - 1) ** length;
      const constant = new Int32Array(length);
      const actual = pottsRing({ length, states, coupling }).logProbability(constant);
      assertClose(actual, coupling * length - Math.log(z), { absolute: 1e-13 });
      if (states === 1 || length === 1) continue;
      // Without the second eigenvalue, Z is that of no ring.
      const first = Math.log((weight + states - 1) ** length);
      if (coupling !== 0) {
        throws(() => assertClose(actual, coupling * length - first, { absolute: 1e-13 }));
      }
    }
  }
});

Deno.test("pottsRing() has the entropies of every subset, enumerated", () => {
  everyRing((options) => {
    const law = pottsRing(options);
    const naive = new NaiveLaw(enumeratedRing(options));
    const all = Array.from({ length: law.length }, (_, i) => i);
    for (let size = 0; size <= law.length; size++) {
      for (const positions of subsets(all, size)) {
        // The naive entropy sums up to 81 terms, near 0 from probabilities near 1.
        assertClose(law.subsetEntropy(positions), naive.entropy(positions), { absolute: 1e-14 });
        strictEqual(law.subsetEntropy(positions.toReversed()), law.subsetEntropy(positions));
      }
    }
  });
});

Deno.test("pottsRing() has the information curve, enumerated", () => {
  everyRing((options) => {
    const { conditionalEntropies } = pottsRing(options).informationCurve();
    const expected = new NaiveLaw(enumeratedRing(options)).curve();
    strictEqual(conditionalEntropies.length, expected.length);
    expected.forEach((value, k) => {
      assertClose(conditionalEntropies[k]!, value, { absolute: 1e-14 });
    });
  });
});

Deno.test("pottsRing() has the conditionals of every partial state, enumerated; none is undefined", () => {
  let compared = 0;
  let impossible = 0;
  everyRing((options) => {
    const law = pottsRing(options);
    const table = enumeratedRing(options);
    // Masses from the table, scaled: on a frustrated ring those of the law are of order e^-800.
    const count = assertEnumeratedConditionals({
      length: law.length,
      vocabularySize: law.vocabularySize,
      conditionals: (revealed, positions, out) => law.conditionals(revealed, positions, out),
      logProbability: (tokens) => table.logProbability(tokens),
    }, { relative: 1e-12 });
    strictEqual(count.undefinedRows, 0);
    compared += count.compared;
    impossible += count.impossible;
  });
  ok(compared > 8000 && impossible > 500, `${compared} rows, ${impossible} of mass 0 in doubles`);
});

Deno.test("a row is a law whatever it conditions on, and however many states share it", () => {
  for (const coupling of [-800, -30, 0, 30, 800]) {
    const law = pottsRing({ length: 9, states: 1000, coupling });
    const row = new Float64Array(1000);
    for (
      const state of [[5, MASK, 7, 7, MASK, MASK, MASK, MASK, MASK], [MASK, 1, 1, 1, 1, 1, 1, 1, 1]]
    ) {
      const masked = state.indexOf(MASK);
      strictEqual(law.conditionals(Int32Array.from(state), Int32Array.of(masked), row), 0);
      ok(row.every((mass) => mass >= 0));
      assertClose(row.reduce((sum, mass) => sum + mass), 1, { absolute: 1e-13 });
    }
  }
});

Deno.test("pottsRing() draws by its probabilities: attraction, repulsion, frustration", () => {
  for (const [length, states, coupling] of [[4, 3, 1.2], [4, 3, -0.8], [5, 2, -800]] as const) {
    const options = { length, states, coupling };
    const law = pottsRing(options);
    const streams = streamFamily({ seed: 52, cell: `ring ${coupling}`, purpose: "draws" });
    const out = new Int32Array(length);
    const draw = (sample: number): number => {
      law.draw(streams.at(sample), out);
      return cellOfSequence(out, states);
    };
    // Refused wrongly with probability 1e-6 each.
    assertDrawnFrom(enumeratedRing(options).probabilities, { draws: 20_000, draw });
    // The chain that is cut open is told from the ring: by an outcome without mass, or by chi-square.
    const open = pottsChain({ length, states, coupling: Math.max(coupling, -5) });
    const cells = [...sequences(length, states)].map((tokens) =>
      Math.exp(open.logProbability(Int32Array.from(tokens)))
    );
    throws(() => assertDrawnFrom(cells, { draws: 20_000, draw }), /chi-square/);
  }
});

Deno.test("a ring of two tokens is a chain of two with twice the coupling", () => {
  for (const coupling of [-3, 0.7, 2]) {
    const ring = pottsRing({ length: 2, states: 3, coupling });
    const chain = pottsChain({ length: 2, states: 3, coupling: 2 * coupling });
    for (const tokens of sequences(2, 3)) {
      const sequence = Int32Array.from(tokens);
      assertClose(ring.logProbability(sequence), chain.logProbability(sequence), {
        absolute: 1e-15,
      });
    }
    const [ours, theirs] = [ring, chain].map((law) => law.informationCurve());
    const z = theirs!.tokenMutualInformation[1]!;
    assertClose(ours!.tokenMutualInformation[1]!, z, { relative: 1e-13 });
  }
});

Deno.test("a long ring is a long chain but for its ends", () => {
  const length = 2 ** 18;
  const options = { length, states: 3, coupling: 1 };
  const ring = pottsRing(options).informationCurve().tokenMutualInformation;
  const chain = pottsChain(options).informationCurve().tokenMutualInformation;
  for (const k of [1, 1000, 2 ** 17, length - 1]) {
    ok(ring[k]! >= chain[k]!, `${k}`); // a token at an end has one neighbour less
    assertClose(chain[k]!, ring[k]!, { relative: 4 / length });
  }
});

Deno.test("pottsRing() is independent tokens at J = 0, copies at J = 800, and of one state nothing", () => {
  const measuresOf = (options: PottsOptions) =>
    curveMeasures(pottsRing(options).informationCurve());
  strictEqual(measuresOf({ length: 9, states: 4, coupling: 0 }).totalMutualInformation, 0);
  const { totalCorrelation } = measuresOf({ length: 9, states: 4, coupling: 800 });
  assertClose(totalCorrelation, 8 * Math.log(4), { relative: 1e-14 });
  deepStrictEqual(measuresOf({ length: 3, states: 1, coupling: -800 }), {
    entropy: 0,
    totalCorrelation: 0,
    dualTotalCorrelation: 0,
    totalMutualInformation: 0,
  });
});

Deno.test("an even ring of two states knows no sign of its coupling; an odd one of strong repulsion has 2 L words", () => {
  const curveOf = (length: number, coupling: number): Float64Array =>
    pottsRing({ length, states: 2, coupling }).informationCurve().conditionalEntropies;
  // Relabelling every other token turns repulsion into attraction.
  curveOf(8, 2.5).forEach((f, k) => assertClose(curveOf(8, -2.5)[k]!, f, { absolute: 1e-15 }));
  throws(() =>
    curveOf(9, 2.5).forEach((f, k) => assertClose(curveOf(9, -2.5)[k]!, f, { absolute: 1e-3 }))
  );
  for (const length of [3, 9, 1001]) {
    const law = pottsRing({ length, states: 2, coupling: -800 });
    const entropy = Math.log(2 * length);
    assertClose(curveMeasures(law.informationCurve()).entropy, entropy, { relative: 1e-12 });
    const all = Array.from({ length }, (_, i) => i);
    assertClose(law.subsetEntropy(all), entropy, { relative: 1e-13 });
    // One agreeing pair of neighbours, anywhere: 0 0 1 0 1 ..
    const word = Int32Array.from(all, (i) => i === 0 ? 0 : (i + 1) % 2);
    assertClose(law.logProbability(word), -entropy, { relative: 1e-14 });
  }
});

Deno.test("pottsRing() refuses bad parameters, saying which", () => {
  const good = { length: 4, states: 2, coupling: 1 };
  const refusals: readonly [Partial<typeof good>, string][] = [
    [{ length: 0 }, "length must be an integer from 1 to 4194304, got 0"],
    [{ length: 2.5 }, "length must be an integer from 1 to 4194304, got 2.5"],
    [{ length: NaN }, "length must be an integer from 1 to 4194304, got NaN"],
    [{ states: 0 }, "states must be an integer from 1 to 4194304, got 0"],
    [{ states: 1e9 }, "states must be an integer from 1 to 4194304, got 1000000000"],
    [{ coupling: NaN }, "coupling must be finite, got NaN"],
    [{ coupling: -Infinity }, "coupling must be finite, got -Infinity"],
  ];
  for (const [bad, rule] of refusals) {
    throws(() => pottsRing({ ...good, ...bad }), {
      name: "RangeError",
      message: `Cannot make a Potts ring: ${rule}`,
    });
  }
  const law = pottsRing(good);
  throws(() => law.subsetEntropy([4]), /each must be an integer from 0 to 3, got 4/);
  throws(() => law.logProbability(Int32Array.of(0, 1, 2, 0)), /tokens must be from 0 to 1, got 2/);
  throws(
    () => law.conditionals(Int32Array.of(0, 1, 0, 0), Int32Array.of(1), new Float64Array(2)),
    /must be masked/,
  );
});
