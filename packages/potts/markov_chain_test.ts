import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { cellOfSequence, curveMeasures, enumeratedBlockCurves } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import {
  assertClose,
  assertDrawnFrom,
  assertEnumeratedConditionals,
  assertReferenceMeasures,
  buildableCases,
  compositions,
  NaiveLaw,
  sequences,
  subsets,
} from "@unmask/testing";
import { markovChain } from "./markov_chain.ts";
import type { MarkovLaw } from "./markov_law.ts";
import { pottsChain } from "./potts_chain.ts";
import { stationaryLaw } from "./stationary_law.ts";
import { transitionMatrix } from "./transition_matrix.ts";

const weather = transitionMatrix([[0.7, 0.2, 0.1], [0.1, 0.1, 0.8], [0.45, 0.5, 0.05]]);

/** Chains whose start, period, zeros and transient states differ; each small enough to enumerate. */
const chains: Readonly<Record<string, MarkovLaw>> = {
  stationary: markovChain({ length: 4, transitions: weather }),
  started: markovChain({ length: 4, transitions: weather, initial: [0.2, 0.5, 0.3] }),
  "started at one state": markovChain({ length: 4, transitions: weather, initial: [0, 1, 0] }),
  periodic: markovChain({
    length: 5,
    transitions: transitionMatrix([[0, 1, 0], [0.25, 0, 0.75], [0, 1, 0]]),
  }),
  "with transient states": markovChain({
    length: 4,
    transitions: transitionMatrix([[0.5, 0.25, 0.25], [0, 0.5, 0.5], [0, 1, 0]]),
  }),
  "started at a transient state": markovChain({
    length: 5,
    transitions: transitionMatrix([[0.5, 0.5], [0, 1]]),
    initial: [1, 0],
  }),
  "of two classes": markovChain({
    length: 3,
    transitions: transitionMatrix([[1, 0], [0, 1]]),
    initial: [0.25, 0.75],
  }),
  "of one token": markovChain({ length: 1, transitions: weather }),
  "of one state": markovChain({ length: 3, transitions: transitionMatrix([[1]]), initial: [1] }),
};

Deno.test("markovChain() has the measures of the chain among the references", async () => {
  const cases = await buildableCases(["markov-chain"]);
  deepStrictEqual(cases.map(assertReferenceMeasures), [5 + 8]);
});

for (const [name, law] of Object.entries(chains)) {
  Deno.test(`a Markov chain ${name} has probability, entropies and curve by enumeration`, () => {
    const naive = new NaiveLaw(law);
    let total = 0;
    for (const tokens of sequences(law.length, law.vocabularySize)) {
      total += Math.exp(law.logProbability(Int32Array.from(tokens)));
    }
    assertClose(total, 1, { relative: 1e-14 });
    const all = Array.from({ length: law.length }, (_, i) => i);
    for (let size = 0; size <= law.length; size++) {
      for (const positions of subsets(all, size)) {
        assertClose(law.subsetEntropy(positions), naive.entropy(positions), { absolute: 1e-14 });
      }
    }
    const { conditionalEntropies } = law.informationCurve();
    naive.curve().forEach((value, k) => {
      assertClose(conditionalEntropies[k]!, value, { absolute: 1e-14 });
    });
  });

  Deno.test(`a Markov chain ${name} has the block curves of enumeration`, () => {
    for (const lengths of compositions(law.length)) {
      const expected = enumeratedBlockCurves(law, lengths);
      law.blockCurves(lengths).forEach((curve, b) =>
        curve.conditionalEntropies.forEach((value, k) =>
          assertClose(value, expected[b]!.conditionalEntropies[k]!, { absolute: 1e-14 })
        )
      );
    }
  });

  Deno.test(`a Markov chain ${name} has the conditionals of every partial state`, () => {
    const { compared } = assertEnumeratedConditionals(law, { relative: 1e-13 });
    ok(compared > 0);
  });
}

Deno.test("a chain started from its stationary law is the stationary chain", () => {
  const initial = stationaryLaw(weather);
  const started = markovChain({ length: 40, transitions: weather, initial });
  const stationary = markovChain({ length: 40, transitions: weather });
  const expected = stationary.informationCurve().tokenMutualInformation;
  started.informationCurve().tokenMutualInformation.forEach((value, k) => {
    assertClose(value, expected[k]!, { relative: 1e-13 });
  });
});

Deno.test("blocks of a chain that are alike share one curve; those of a started chain, once settled", () => {
  const stationary = markovChain({ length: 12, transitions: weather }).blockCurves([3, 3, 3, 3]);
  ok(stationary[1] === stationary[2] && stationary[2] === stationary[3]);
  ok(stationary[0] !== stationary[1]);
  const started = markovChain({ length: 600, transitions: weather, initial: [0, 1, 0] })
    .blockCurves(new Array(200).fill(3));
  ok(started[1] !== started[2] && started[198] === started[199]);
  // The start is forgotten to the last bit by then.
  started[199]!.tokenMutualInformation.forEach((value, k) => {
    assertClose(value, stationary[1]!.tokenMutualInformation[k]!, { relative: 1e-13 });
  });
});

Deno.test("a chain started from its stationary law has the blocks of the stationary chain", () => {
  const initial = stationaryLaw(weather);
  const lengths = [40, 60, 30];
  const expected = markovChain({ length: 130, transitions: weather }).blockCurves(lengths);
  const started = markovChain({ length: 130, transitions: weather, initial }).blockCurves(lengths);
  started.forEach((curve, b) =>
    curve.tokenMutualInformation.forEach((value, k) => {
      assertClose(value, expected[b]!.tokenMutualInformation[k]!, { relative: 1e-12 });
    })
  );
});

Deno.test("blockCurves() refuses lengths that are not those of blocks of the chain", () => {
  const law = markovChain({ length: 4, transitions: weather });
  throws(() => law.blockCurves([2, 1]), /must sum to the length 4, got 3/);
  throws(() => law.blockCurves([4, 0]), /integer of at least 1, got 0/);
});

Deno.test("a Potts chain is the stationary chain of its transition matrix", () => {
  for (const [states, coupling] of [[3, 1.3], [4, -0.7], [2, 5]] as const) {
    const total = Math.exp(coupling) + states - 1;
    const transitions = transitionMatrix(Array.from(
      { length: states },
      (_, x) =>
        Array.from({ length: states }, (_, y) => (x === y ? Math.exp(coupling) : 1) / total),
    ));
    const expected = pottsChain({ length: 200, states, coupling }).informationCurve();
    const { tokenMutualInformation } = markovChain({ length: 200, transitions })
      .informationCurve();
    expected.tokenMutualInformation.forEach((value, k) => {
      assertClose(tokenMutualInformation[k]!, value, { relative: 1e-12 });
    });
  }
});

Deno.test("a chain that hardly ever moves is copies, less what its jumps lose", () => {
  // Rates a and b: two tokens d apart differ with probability 2 a b d / (a + b) to first order.
  const [a, b] = [1e-12, 3e-12];
  const length = 32;
  const law = markovChain({ length, transitions: transitionMatrix([[1 - a, a], [b, 1 - b]]) });
  const pi = [b / (a + b), a / (a + b)] as const;
  const tokenEntropy = -pi[0] * Math.log(pi[0]) - pi[1] * Math.log(pi[1]);
  const { totalCorrelation, entropy } = curveMeasures(law.informationCurve());
  // H(X) = H(pi) + (L-1) h with h = sum_x pi(x) H_b(rate) = 2.3e-11 or so; of H only 1e-16 L is known.
  const jump = pi[0] * (a - a * Math.log(a)) + pi[1] * (b - b * Math.log(b));
  assertClose(entropy, tokenEntropy + (length - 1) * jump, { absolute: 1e-14 });
  assertClose(totalCorrelation, (length - 1) * (tokenEntropy - jump), { relative: 1e-14 });
});

Deno.test("a weak chain keeps the relative precision of Z", () => {
  // Two states with P = 1/2 +- d/2: lambda = d, I(X_0; X_1) = d^2/2 + d^4/12 + .., and I falls as d^2.
  const d = 1e-7;
  const transitions = transitionMatrix([[(1 + d) / 2, (1 - d) / 2], [(1 - d) / 2, (1 + d) / 2]]);
  const { tokenMutualInformation } = markovChain({ length: 3, transitions }).informationCurve();
  // By hand as in chain_curve_test.ts, with S_1 = 2 a and b = 1e-14 a: Z_3 = 4 a / 3. The doubles
  // nearest to (1 + d) / 2 are right to 1e-16, which is 1e-9 of d.
  assertClose(tokenMutualInformation[2]!, 4 / 3 * d * d / 2, { relative: 4e-9 });
});

Deno.test("a state that is all but never visited does not hide what the others share", () => {
  const two = transitionMatrix([[0.9, 0.1], [0.25, 0.75]]);
  const expected = markovChain({ length: 9, transitions: two }).informationCurve();
  for (const rare of [1e-150, 1e-305, 1e-320, 5e-324]) {
    const transitions = transitionMatrix([[0.9, 0.1, rare], [0.25, 0.75, 0], [0.5, 0.25, 0.25]]);
    const curve = markovChain({ length: 9, transitions }).informationCurve();
    curve.tokenMutualInformation.forEach((value, k) => {
      assertClose(value, expected.tokenMutualInformation[k]!, { relative: 1e-14 });
    });
  }
});

Deno.test("periodic chains have a curve although rounding makes what is impossible negative", () => {
  const stream = streamFamily({ seed: 72, cell: "periodic", purpose: "rates" }).at(0);
  for (let trial = 0; trial < 100; trial++) {
    // States 0 and 1 lead to 2 and 3, and those back.
    const [a, b, c, d] = [1, 2, 3, 4].map(() => stream.nextDouble());
    const law = markovChain({
      length: 6,
      transitions: transitionMatrix([
        [0, 0, a!, 1 - a!],
        [0, 0, b!, 1 - b!],
        [c!, 1 - c!, 0, 0],
        [d!, 1 - d!, 0, 0],
      ]),
    });
    const { tokenMutualInformation } = law.informationCurve();
    // Whatever the rates, one token tells the phase of all others.
    ok(tokenMutualInformation[1]! >= Math.LN2 * (1 - 1e-15));
  }
});

Deno.test("markovChain() draws by its probabilities, stationary and started", () => {
  for (const name of ["stationary", "started at one state"]) {
    const law = chains[name]!;
    const masses = [...sequences(4, 3)].map((tokens) =>
      Math.exp(law.logProbability(Int32Array.from(tokens)))
    );
    const streams = streamFamily({ seed: 71, cell: name, purpose: "draws" });
    const out = new Int32Array(4);
    const draw = (sample: number): number => {
      law.draw(streams.at(sample), out);
      return cellOfSequence(out, 3);
    };
    assertDrawnFrom(masses, { draws: 20_000, draw });
  }
});

Deno.test("a long chain of 27 states has a curve", () => {
  const states = 27;
  const rows = Array.from(
    { length: states },
    (_, x) =>
      Array.from({ length: states }, (_, y) => y === (x + 1) % states ? 0.5 : 0.5 / (states - 1)),
  );
  const law = markovChain({ length: 50_000, transitions: transitionMatrix(rows) });
  strictEqual(law.informationCurve().length, 50_000);
});

Deno.test("a long chain that never mixes has the curve of copies, in little time", () => {
  const law = markovChain({
    length: 200_000,
    transitions: transitionMatrix([[1, 0], [0, 1]]),
    initial: [0.5, 0.5],
  });
  const { conditionalEntropies } = law.informationCurve();
  assertClose(conditionalEntropies[0]!, Math.LN2, { relative: 1e-15 });
  // Sums of 200,000 rounded terms.
  for (const k of [1, 2, 1000, 199_999]) {
    assertClose(conditionalEntropies[k]!, 0, { absolute: 2e-11 });
  }
});

Deno.test("a curve that costs too much is refused before it is begun", () => {
  const states = 1024;
  const cycle = Array.from(
    { length: states },
    (_, x) => Float64Array.from({ length: states }, (_, y) => y === (x + 1) % states ? 1 : 0),
  );
  const law = markovChain({
    length: 60_000,
    transitions: transitionMatrix(cycle),
    initial: cycle[0]!,
  });
  throws(() => law.informationCurve(), {
    name: "RangeError",
    message:
      "Cannot compute the curve of a slowly mixing chain: multiplications must be at most 34359738368, got 1007689924608 at length 60000",
  });
});

Deno.test("markovChain() refuses bad parameters, saying which", () => {
  const make = "Cannot make a Markov chain: ";
  const length = "length must be an integer from 1 to 4194304";
  const refusals: readonly [number, number[] | undefined, string][] = [
    [0, undefined, `${make}${length}, got 0`],
    [1.5, undefined, `${make}${length}, got 1.5`],
    [NaN, undefined, `${make}${length}, got NaN`],
    [2 ** 22 + 1, undefined, `${make}${length}, got 4194305`],
    [3, [0.5, 0.5], `${make}initial must have 3 entries, got 2`],
    [3, [0.5, 0.5, 0.5], "Cannot make a pmf: masses must sum to 1 within 1e-9, got 1.5"],
    [3, [NaN, 0.5, 0.5], "Cannot use a mass: it must be finite and at least 0, got NaN"],
  ];
  for (const [length, initial, message] of refusals) {
    const options = { length, transitions: weather };
    throws(() => markovChain(initial === undefined ? options : { ...options, initial }), {
      name: "RangeError",
      message,
    });
  }
});
