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

/** Shapes and couplings: repulsion, independence, one token, one state, and both ends of exp. */
const shapes = [[1, 1], [1, 4], [2, 2], [3, 1], [3, 3], [4, 2], [5, 2], [3, 4]] as const;
const couplings = [-800, -40, -6, -0.7, -1e-6, 0, 1e-6, 0.5, 3, 20, 800] as const;

function neighboursThatAgree(tokens: readonly number[]): number {
  return tokens.slice(1).filter((token, i) => token === tokens[i]).length;
}

/** The chain from its definition: `exp(J * agreements)`, scaled so that the largest is 1. */
function enumeratedChain(
  options: { length: number; states: number; coupling: number },
): JointTable {
  const { length, states, coupling } = options;
  const agreements = [...sequences(length, states)].map(neighboursThatAgree);
  const most = coupling > 0 ? Math.max(...agreements) : Math.min(...agreements);
  return JointTable.fromWeights(
    agreements.map((count) => Math.exp(coupling * (count - most))),
    { length, vocabularySize: states },
  );
}

function everyChain(
  check: (options: { length: number; states: number; coupling: number }) => void,
): void {
  for (const [length, states] of shapes) {
    for (const coupling of couplings) check({ length, states, coupling });
  }
}

Deno.test("pottsChain() has the measures of all 6 chains among the references", async () => {
  const cases = await buildableCases(["potts-chain"]);
  strictEqual(cases.length, 6);
  const compared = cases.map(assertReferenceMeasures).reduce((a, b) => a + b);
  strictEqual(compared, 4 + 5 + 6 + 5 + 64 + 256 + 6 * 8);
});

/** `ln(e^J + K - 1)`, without overflow. */
function logWeightOfAToken(states: number, coupling: number): number {
  if (states === 1) return coupling;
  return coupling > 0
    ? coupling + Math.log1p((states - 1) * Math.exp(-coupling))
    : Math.log(Math.exp(coupling) + states - 1);
}

Deno.test("pottsChain() has the probabilities of its definition", () => {
  everyChain((options) => {
    const { length, states, coupling } = options;
    const law = pottsChain(options);
    const normaliser = logWeightOfAToken(states, coupling);
    for (const tokens of sequences(length, states)) {
      const expected = coupling * neighboursThatAgree(tokens) - Math.log(states) -
        (length - 1) * normaliser;
      const actual = law.logProbability(Int32Array.from(tokens));
      // Below -745 the probability of one step is 0 in doubles.
      if (Math.abs(coupling) === 800 && expected < -745) strictEqual(actual, -Infinity);
      // Terms of up to L |J| cancel in what is expected.
      else assertClose(actual, expected, { absolute: 1e-15 * (8 + length * Math.abs(coupling)) });
    }
  });
});

Deno.test("pottsChain() has the entropies of every subset, enumerated", () => {
  everyChain((options) => {
    const law = pottsChain(options);
    const naive = new NaiveLaw(enumeratedChain(options));
    const all = Array.from({ length: law.length }, (_, i) => i);
    for (let size = 0; size <= law.length; size++) {
      for (const positions of subsets(all, size)) {
        // The naive entropy sums up to 64 terms, near 0 from probabilities near 1.
        assertClose(law.subsetEntropy(positions), naive.entropy(positions), { absolute: 1e-14 });
        strictEqual(law.subsetEntropy(positions.toReversed()), law.subsetEntropy(positions));
      }
    }
  });
});

Deno.test("pottsChain() has the information curve, enumerated", () => {
  everyChain((options) => {
    const { conditionalEntropies } = pottsChain(options).informationCurve();
    const expected = new NaiveLaw(enumeratedChain(options)).curve();
    strictEqual(conditionalEntropies.length, expected.length);
    expected.forEach((value, k) => {
      assertClose(conditionalEntropies[k]!, value, { absolute: 1e-14 });
    });
  });
});

Deno.test("pottsChain() has the conditionals of every partial state, enumerated", () => {
  let compared = 0;
  let undefinedRows = 0;
  everyChain((options) => {
    const count = assertEnumeratedConditionals(pottsChain(options), { relative: 1e-12 });
    compared += count.compared;
    undefinedRows += count.undefinedRows;
  });
  ok(compared > 5000, `${compared} rows`);
  // Every sequence is possible, however unlikely.
  strictEqual(undefinedRows, 0);
});

Deno.test("tokens of a chain coupled beyond the range of doubles know where their neighbours differ", () => {
  /** The law of the token `left` after `from` and `right` before `to`. */
  const between = (
    options: { states: number; coupling: number },
    [from, left, to, right]: readonly number[],
  ): number[] => {
    const length = left! + right! + 1;
    const state = new Int32Array(length).fill(MASK);
    state[0] = from!;
    state[length - 1] = to!;
    const row = new Float64Array(options.states);
    const law = pottsChain({ length, ...options });
    strictEqual(law.conditionals(state, Int32Array.of(left!), row), 0);
    return [...row];
  };
  // From 710 on the probability of a step is subnormal, from 746 on it is 0.
  for (const strength of [650, 720, 744, 800, 1e5]) {
    for (const [left, right] of [[1, 1], [1, 2], [2, 1], [3, 7], [40, 60]] as const) {
      const whole = left + right;
      // One of the steps between different tokens is a change, each as likely as the others.
      const attracted = [right / whole, left / whole];
      const pairs: [number[], number[]][] = [
        [between({ states: 4, coupling: strength }, [1, left, 3, right]), [
          0,
          attracted[0]!,
          0,
          attracted[1]!,
        ]],
        [between({ states: 2, coupling: strength }, [0, left, 1, right]), attracted],
        [between({ states: 2, coupling: strength }, [1, left, 1, right]), [0, 1]],
        // Two states that repel: seen through every other token, they attract.
        [
          between({ states: 2, coupling: -strength }, [0, left, whole % 2, right]),
          left % 2 === 0 ? [1, 0] : [0, 1],
        ],
        [
          between({ states: 2, coupling: -strength }, [0, left, 1 - whole % 2, right]),
          left % 2 === 0 ? attracted : attracted.toReversed(),
        ],
      ];
      for (const [row, expected] of pairs) {
        row.forEach((mass, y) => assertClose(mass, expected[y]!, { absolute: 1e-12 }));
      }
    }
    // Three states that repel leave one between two different ones, and a choice between equal ones.
    const repelled = { states: 3, coupling: -strength };
    const choices: [number[], number[]][] = [
      [between(repelled, [0, 1, 2, 1]), [0, 1, 0]],
      [between(repelled, [1, 1, 1, 1]), [0.5, 0, 0.5]],
    ];
    for (const [row, expected] of choices) {
      row.forEach((mass, y) => assertClose(mass, expected[y]!, { absolute: 1e-200 }));
    }
  }
});

Deno.test("pottsChain() draws by its probabilities, attraction and repulsion", () => {
  for (const coupling of [1.2, -0.8]) {
    const options = { length: 4, states: 3, coupling };
    const law = pottsChain(options);
    const streams = streamFamily({ seed: 51, cell: `potts ${coupling}`, purpose: "draws" });
    const out = new Int32Array(4);
    const draw = (sample: number): number => {
      law.draw(streams.at(sample), out);
      return cellOfSequence(out, 3);
    };
    assertDrawnFrom(enumeratedChain(options).probabilities, { draws: 20_000, draw });
    const weaker = enumeratedChain({ ...options, coupling: coupling * 0.85 });
    throws(() => assertDrawnFrom(weaker.probabilities, { draws: 20_000, draw }), /chi-square/);
  }
});

Deno.test("pottsChain() is independent tokens at J = 0, copies at J = 800, and of one state nothing", () => {
  const measuresOf = (options: { length: number; states: number; coupling: number }) =>
    curveMeasures(pottsChain(options).informationCurve());
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

Deno.test("pottsChain() refuses bad parameters, saying which", () => {
  const good = { length: 4, states: 2, coupling: 1 };
  const refusals: readonly [Partial<typeof good>, string][] = [
    [{ length: 0 }, "length must be an integer from 1 to 4194304, got 0"],
    [{ length: 2.5 }, "length must be an integer from 1 to 4194304, got 2.5"],
    [{ length: NaN }, "length must be an integer from 1 to 4194304, got NaN"],
    [{ length: 2 ** 22 + 1 }, "length must be an integer from 1 to 4194304, got 4194305"],
    [{ states: 0 }, "states must be an integer from 1 to 4194304, got 0"],
    [{ states: 1e9 }, "states must be an integer from 1 to 4194304, got 1000000000"],
    [{ coupling: NaN }, "coupling must be finite, got NaN"],
    [{ coupling: Infinity }, "coupling must be finite, got Infinity"],
  ];
  for (const [bad, rule] of refusals) {
    throws(() => pottsChain({ ...good, ...bad }), {
      name: "RangeError",
      message: `Cannot make a Potts chain: ${rule}`,
    });
  }
});

Deno.test("a long chain coupled beyond all doubt has the curve of copies", () => {
  const curve = pottsChain({ length: 2 ** 19, states: 2, coupling: 1e5 }).informationCurve();
  const z = curve.tokenMutualInformation;
  // Products of up to 2^19 rounded factors.
  for (const j of [1, 3, 1000, 2 ** 19 - 1]) {
    assertClose(z[j]!, Math.LN2, { relative: 1e-10 });
  }
});
