import { ok } from "node:assert/strict";
import {
  exactPredictor,
  type MaskPredictor,
  type PolicyErrors,
  policyErrors,
  type UnmaskingPolicy,
} from "@unmask/diffusion";
import { JointTable, type Source } from "@unmask/information";
import {
  arbitraryPolicyCase,
  arbitraryRemasking,
  arbitrarySource,
  arbitraryTable,
  assertClose,
  buildPolicy,
  buildSource,
  naivePolicyErrors,
  type PolicyCase,
  type PolicySpec,
  sequences,
  type TableSpec,
  testTheorem,
} from "@unmask/testing";
import fc from "fast-check";
import { assertAtMost } from "./law_or_curve.ts";
import { errorsOf, exactOf, naiveOf, serially, tolerance } from "./policy_case_errors.ts";
import { regressions } from "./regressions.ts";

function assertErrors(
  { source, policy }: PolicyCase,
  change: (exact: PolicyErrors, law: Source, built: UnmaskingPolicy) => Partial<PolicyErrors>,
): void {
  const law = buildSource(source);
  const built = buildPolicy(policy);
  const naive = naiveOf(law, built);
  const exact = exactOf(law, built);
  const { pathError: path, endpointError, evaluations } = {
    ...exact,
    ...change(exact, law, built),
  };
  if (path !== null) assertClose(path, naive.pathError, tolerance);
  assertClose(endpointError, naive.endpointError, tolerance);
  assertClose(evaluations, naive.evaluations, tolerance);
}

testTheorem<PolicyCase>({
  name: "the exact errors of a policy are those of its definition, set by set and value by value",
  arbitrary: fc.oneof(
    { weight: 5, arbitrary: arbitraryPolicyCase() },
    {
      weight: 1,
      arbitrary: fc.record({
        source: arbitrarySource().filter(({ length }) => length <= 4),
        policy: arbitraryRemasking(),
      }),
    },
  ),
  regressions,
  statement: (value) => assertErrors(value, () => ({})),
  mutants: {
    "a serial fill": (value) =>
      assertErrors(value, (_exact, law, policy) => {
        const { pathError: path, endpointError } = exactOf(law, serially(policy));
        return { pathError: path, endpointError };
      }),
    "the endpoint error for the path error": (value) =>
      assertErrors(value, ({ endpointError }) => ({ pathError: endpointError })),
    "evaluations where the law's own sequences are revealed": (value) =>
      assertErrors(value, (_exact, law, policy) => ({
        evaluations: naiveOf(law, policy).targetEvaluations,
      })),
  },
});

testTheorem<PolicyCase>({
  name:
    "0 <= endpoint error <= path error for every policy, and its evaluations lie in [1, max(L, T)]",
  arbitrary: arbitraryPolicyCase(),
  regressions,
  statement: (value) => {
    const { pathError: path, endpointError, evaluations } = errorsOf(value);
    ok(endpointError >= 0);
    assertAtMost(endpointError, path!);
    assertAtMost(1, evaluations);
    // A rule with a clock may look and reveal nothing, in blocks beside one that need not look.
    const space = buildSource(value.source);
    const clocks = buildPolicy(value.policy).rules(space).map(({ rule }) => rule.iterations ?? 0);
    assertAtMost(evaluations, Math.max(space.length, ...clocks));
  },
  mutants: {
    "path error <= endpoint error": (value) => {
      const { pathError: path, endpointError } = errorsOf(value);
      assertAtMost(path!, endpointError);
    },
    "fewer evaluations than tokens": (value) =>
      assertAtMost(errorsOf(value).evaluations, Math.max(1, value.source.length - 1)),
  },
});

function assertOneError(value: PolicyCase): void {
  const { pathError: path, endpointError } = errorsOf(value);
  assertClose(endpointError, path!, tolerance);
}

/**
 * Without chance the sequence of sets is a function of the sequence of tokens: the sets of an iteration
 * follow from the tokens revealed before. So the probability of a path is that of its sequence.
 */
testTheorem<PolicyCase>({
  name: "a policy that leaves no set to chance has one error: endpoint = path",
  arbitrary: arbitraryPolicyCase({ random: false }),
  regressions,
  statement: assertOneError,
  mutants: {
    "sets left to chance": ({ source }) =>
      assertOneError({ source, policy: { policy: "bernoulli-grid", grid: [0, 0.5, 1] } }),
    "a schedule drawn first": ({ source }) =>
      assertOneError({
        source,
        policy: {
          policy: "randomised-sizes",
          mixture: [
            { weight: 0.5, sizes: [source.length] },
            { weight: 0.5, sizes: new Array<number>(source.length).fill(1) },
          ],
        },
      }),
  },
});

/** A table, a policy, and other names for the tokens. */
interface RenamedCase {
  readonly source: TableSpec;
  readonly policy: PolicySpec;
}

/** The law with the tokens renamed, `y -> K - 1 - y` at every position, or at one alone. */
function renamed({ length, states, weights }: TableSpec, only?: number): JointTable {
  const cells = [...sequences(length, states)];
  return JointTable.fromWeights(
    cells.map((tokens) =>
      weights[
        tokens.reduce(
          (index, token, i) =>
            index * states + (only === undefined || only === i ? states - 1 - token : token),
          0,
        )
      ]!
    ),
    { length, vocabularySize: states },
  );
}

function assertSameErrors(actual: PolicyErrors, expected: PolicyErrors): void {
  assertClose(actual.pathError!, expected.pathError!, tolerance);
  assertClose(actual.endpointError, expected.endpointError, tolerance);
  assertClose(actual.evaluations, expected.evaluations, tolerance);
}

testTheorem<RenamedCase>({
  name: "no policy looks at the names of tokens: renaming them at any position changes no error",
  arbitrary: arbitraryTable().chain((source) =>
    arbitraryPolicyCase().filter(({ source: { length } }) => length === source.length)
      .map(({ policy }) => ({ source, policy }))
  ),
  regressions,
  statement: ({ source, policy }) => {
    const built = buildPolicy(policy);
    const expected = exactOf(buildSource(source), built);
    assertSameErrors(exactOf(renamed(source), built), expected);
    assertSameErrors(exactOf(renamed(source, source.length - 1), built), expected);
  },
  mutants: {
    "reading from right to left": ({ source, policy }) => {
      const { length, states, weights } = source;
      const mirrored = [...sequences(length, states)].map((tokens) =>
        weights[tokens.toReversed().reduce((index, token) => index * states + token, 0)]!
      );
      const built = buildPolicy(policy);
      assertSameErrors(
        exactOf(JointTable.fromWeights(mirrored, { length, vocabularySize: states }), built),
        exactOf(buildSource(source), built),
      );
    },
  },
});

/** A case, and how much of the uniform law a learned predictor mixes in. */
interface LearnedCase extends PolicyCase {
  readonly uniform: number;
  /** By how much its rows miss a sum of 1, as those of single precision do. */
  readonly excess: number;
}

/** The exact predictor, blurred. */
function blurred(law: Source, { uniform, excess }: LearnedCase): MaskPredictor {
  const exact = exactPredictor(law);
  return {
    ...exact,
    predict(state, positions, out): void {
      exact.predict(state, positions, out);
      const cells = positions.length * law.vocabularySize;
      for (let n = 0; n < cells; n++) {
        out[n] = (1 + excess) * ((1 - uniform) * out[n]! + uniform / law.vocabularySize);
      }
    },
  };
}

function assertLearned(value: LearnedCase, priced: LearnedCase): void {
  const law = buildSource(value.source);
  const policy = buildPolicy(value.policy);
  const naive = naivePolicyErrors(law, { predictor: blurred(law, value), policy });
  const exact = policyErrors(law, { predictor: blurred(law, priced), policy });
  assertClose(exact.pathError!, naive.pathError, tolerance);
  // A sampler draws by shares of its rows, whatever they sum to; the definition multiplies them.
  const missing = Math.abs(value.excess) * law.length * naive.evaluations;
  assertClose(exact.evaluations, naive.evaluations, {
    ...tolerance,
    absolute: 1e-12 + 2 * missing,
  });
  // A law that does not sum to 1 has a divergence by its second form, which counts what it has too much.
  const total = naive.masses.reduce((sum, mass) => sum + mass, 0);
  assertClose(exact.endpointError, naive.endpointError + total - 1, tolerance);
}

testTheorem<LearnedCase>({
  name: "the exact errors of a policy with a learned predictor are those of its definition",
  arbitrary: fc.record({
    case: arbitraryPolicyCase(),
    uniform: fc.constantFrom(0, 1 / 8, 1 / 2, 1),
    excess: fc.constantFrom(0, 0, 1e-6, -1e-6),
  }).map(({ case: value, ...learned }) => ({ ...value, ...learned })),
  regressions,
  statement: (value) => assertLearned(value, value),
  mutants: {
    "the exact predictor": (value) => assertLearned(value, { ...value, uniform: 0 }),
    "rows that sum to 1": (value) => assertLearned(value, { ...value, excess: 0 }),
  },
});
