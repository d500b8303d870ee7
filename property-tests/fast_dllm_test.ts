import { fastDllmBound } from "@unmask/convergence";
import { arbitraryWeights, assertClose, sequences, testTheorem } from "@unmask/testing";
import fc from "fast-check";
import { assertAtMost } from "./law_or_curve.ts";
import { regressions } from "./regressions.ts";

/** A table of `states^size` weights, of which one is heavy: a set of confident tokens. */
interface Confident {
  readonly size: number;
  readonly states: number;
  readonly weights: readonly number[];
}

const confident = fc.constantFrom([1, 2], [2, 2], [2, 3], [2, 4], [3, 2], [3, 3], [4, 2]).chain(
  ([size, states]) =>
    fc.tuple(
      fc.oneof(
        arbitraryWeights(states! ** size!),
        // Ties between copies of one token: the law on which the divergence bound is attained.
        arbitraryWeights(states!).map((weights) =>
          [...sequences(size!, states!)].map((tokens) =>
            tokens.every((token) => token === tokens[0]) ? weights[tokens[0]!]! : 0
          )
        ),
      ),
      fc.nat({ max: states! ** size! - 1 }),
      fc.constantFrom(1, 3, 10, 30, 100, 1e4),
    ).map(([weights, cell, heavy]) => ({
      size: size!,
      states: states!,
      weights: weights.with(cell, weights[cell]! + heavy),
    })),
);

/** How far the table is from the product of its marginals, and its largest doubt. */
function enumerate({ size, states, weights }: Confident): {
  doubt: number;
  totalVariation: number;
  divergence: number;
} {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const cells = [...sequences(size, states)].map((tokens, cell) => ({
    tokens,
    mass: weights[cell]! / total,
  }));
  const marginals = Array.from({ length: size }, (_, i) =>
    Array.from(
      { length: states },
      (_, token) =>
        cells.reduce((sum, cell) => cell.tokens[i] === token ? sum + cell.mass : sum, 0),
    ));
  let totalVariation = 0;
  let divergence = 0;
  for (const { tokens, mass } of cells) {
    const product = tokens.reduce((value, token, i) => value * marginals[i]![token]!, 1);
    totalVariation += Math.abs(mass - product) / 2;
    if (mass > 0) divergence += mass * Math.log(mass / product);
  }
  // The sum of the other masses: 1 - max would round.
  const doubts = marginals.map((law) => {
    const likely = law.indexOf(Math.max(...law));
    return law.reduce((sum, mass, token) => token === likely ? sum : sum + mass, 0);
  });
  return { doubt: Math.min(1, Math.max(...doubts)), totalVariation, divergence };
}

/** `h_b(e) + e ln(K - 1)`, as printed. */
function tokenDoubtEntropy(doubt: number, others: number): number {
  if (doubt === 0) return 0;
  return -doubt * Math.log(doubt) - (1 - doubt) * Math.log(1 - doubt) + doubt * Math.log(others);
}

testTheorem<Confident>({
  name: "a confident set is within (3n - 1) e / 2 of a product in total variation",
  arbitrary: confident,
  regressions,
  statement: (table) => {
    const { doubt, totalVariation } = enumerate(table);
    const bound = (3 * table.size - 1) * doubt / 2;
    assertAtMost(totalVariation, bound);
    const known = fastDllmBound({ size: table.size, vocabularySize: table.states, doubt });
    assertClose(known.totalVariation, bound, { relative: 1e-15 });
  },
  mutants: {
    "half the factor": (table) => {
      const { doubt, totalVariation } = enumerate(table);
      assertAtMost(totalVariation, (3 * table.size - 1) * doubt / 4);
    },
    "the square of the doubt": (table) => {
      const { doubt, totalVariation } = enumerate(table);
      assertAtMost(totalVariation, (3 * table.size - 1) * doubt ** 2 / 2);
    },
    "n - 1 for 3n - 1": (table) => {
      const { doubt, totalVariation } = enumerate(table);
      assertAtMost(totalVariation, (table.size - 1) * doubt / 2);
    },
  },
});

testTheorem<Confident>({
  name: "a confident set is within (n - 1)(h_b(e) + e ln(K - 1)) of a product in divergence",
  arbitrary: confident,
  regressions,
  statement: (table) => {
    const { doubt, divergence } = enumerate(table);
    const { size, states } = table;
    const known = fastDllmBound({ size, vocabularySize: states, doubt }).divergence;
    assertAtMost(divergence, known);
    // Beyond 1 - 1/K the printed form falls again; the entropy of a token does not.
    if (doubt >= 1 - 1 / states) return;
    const bound = (size - 1) * tokenDoubtEntropy(doubt, states - 1);
    assertAtMost(divergence, bound);
    assertClose(known, bound, { relative: 1e-13 });
  },
  mutants: {
    "half the factor": (table) => {
      const { doubt, divergence } = enumerate(table);
      assertAtMost(divergence, (table.size - 1) / 2 * tokenDoubtEntropy(doubt, table.states - 1));
    },
    "no e ln(K - 1)": (table) => {
      const { doubt, divergence } = enumerate(table);
      assertAtMost(divergence, (table.size - 1) * tokenDoubtEntropy(doubt, 1));
    },
    "n - 2 for n - 1": (table) => {
      const { doubt, divergence } = enumerate(table);
      assertAtMost(divergence, (table.size - 2) * tokenDoubtEntropy(doubt, table.states - 1));
    },
  },
});
