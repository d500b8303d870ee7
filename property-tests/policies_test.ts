import { ok } from "node:assert/strict";
import { blockPathError, pathError, timeGridError } from "@unmask/convergence";
import {
  exactPredictor,
  type PolicyErrors,
  policyErrors,
  type UnmaskingPolicy,
} from "@unmask/diffusion";
import { enumeratedBlockCurves, JointTable, type Source } from "@unmask/information";
import {
  arbitraryPmf,
  arbitraryPolicyCase,
  arbitraryRemasking,
  arbitrarySizes,
  arbitrarySource,
  arbitraryTable,
  arbitraryTimeGrid,
  assertClose,
  buildPolicy,
  buildSource,
  type Case,
  naivePolicyErrors,
  type PolicyCase,
  type PolicySpec,
  sequences,
  type SourceSpec,
  type TableSpec,
  testTheorem,
} from "@unmask/testing";
import fc from "fast-check";
import { assertAtMost } from "./law_or_curve.ts";
import { regressions } from "./regressions.ts";

/** Divergences of up to 243 cells, each term within a few roundings of a value near 100 nats. */
const tolerance = { absolute: 1e-11, relative: 1e-12 };

function exactOf(law: Source, policy: UnmaskingPolicy): PolicyErrors {
  return policyErrors(law, { predictor: exactPredictor(law), policy });
}

function naiveOf(law: Source, policy: UnmaskingPolicy): ReturnType<typeof naivePolicyErrors> {
  return naivePolicyErrors(law, { predictor: exactPredictor(law), policy });
}

/** The same sets, filled one token after another, each seeing the last: the classic bug. */
function serially(policy: UnmaskingPolicy): UnmaskingPolicy {
  return {
    name: `${policy.name}, serially`,
    rules: (space) => {
      const fixed = policy.rules(space);
      return fixed.map(({ probability, rule }) => ({
        probability,
        rule: {
          readsPredictions: rule.readsPredictions,
          // One token of the set at a time: what a fill that looks at its own tokens amounts to.
          propose(view): { candidates: Int32Array; size: number } {
            const { candidates } = rule.propose({ ...view, iteration: 0 });
            return { candidates: candidates.subarray(0, 1), size: 1 };
          },
        },
      }));
    },
  };
}

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

function errorsOf({ source, policy }: PolicyCase): PolicyErrors {
  return exactOf(buildSource(source), buildPolicy(policy));
}

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

testTheorem<Case>({
  name: "random positions cost what the information curve says",
  arbitrary: arbitrarySource().chain((source) =>
    arbitrarySizes(source.length).map((sizes) => ({ source, sizes }))
  ),
  regressions,
  statement: (value) => assertCurve(value, { policy: "random", sizes: value.sizes }),
  mutants: {
    "sizes read in masking order": (value) =>
      assertCurve(value, { policy: "random", sizes: value.sizes.toReversed() }),
    "the surest positions with these sizes": (value) =>
      assertCurve(value, { policy: "top", score: "confidence", sizes: value.sizes }),
    "positions from left to right in blocks of these sizes": (value) =>
      assertCurve(value, {
        policy: "blocks",
        lengths: value.sizes,
        inside: value.sizes.map((size): PolicySpec => ({ policy: "random", sizes: [size] })),
      }),
  },
});

function assertCurve({ source, sizes }: Case, policy: PolicySpec): void {
  const law = buildSource(source);
  const { pathError: path } = exactOf(law, buildPolicy(policy));
  assertClose(path!, pathError(law.informationCurve(), sizes), tolerance);
}

/** A law and the revealed fractions of a sampler that reveals each token by chance. */
interface GridCase {
  readonly source: SourceSpec;
  readonly grid: readonly number[];
}

testTheorem<GridCase>({
  name:
    "a Bernoulli grid costs its left Riemann sum, in sum_j 1 - (1 - (t_{j+1} - t_j))^L evaluations",
  arbitrary: fc.record({ source: arbitrarySource(), grid: arbitraryTimeGrid({ steps: 4 }) }),
  regressions,
  statement: (value) => assertGrid(value, value.grid, (width, length) => 1 - (1 - width) ** length),
  mutants: {
    "a grid read in masking order": (value) =>
      assertGrid(
        value,
        value.grid.map((t) => 1 - t).reverse(),
        (width, length) => 1 - (1 - width) ** length,
      ),
    "an evaluation for every iteration": (value) => assertGrid(value, value.grid, () => 1),
  },
});

/** A token falls into iteration j with probability `t_{j+1} - t_j`, whatever the others do. */
function assertGrid(
  { source, grid }: GridCase,
  priced: readonly number[],
  chance: (width: number, length: number) => number,
): void {
  const law = buildSource(source);
  const errors = exactOf(law, buildPolicy({ policy: "bernoulli-grid", grid }));
  assertClose(errors.pathError!, timeGridError(law.informationCurve(), priced), tolerance);
  const expected = grid.slice(1).reduce((sum, t, j) => sum + chance(t - grid[j]!, law.length), 0);
  assertClose(errors.evaluations, expected, tolerance);
}

/** A law and schedules of which one is drawn. */
interface MixtureCase {
  readonly source: SourceSpec;
  readonly weight: number;
  readonly schedules: readonly [readonly number[], readonly number[]];
}

const mixtures = arbitrarySource().chain((source) =>
  fc.record({
    source: fc.constant(source),
    weight: fc.constantFrom(0, 0.25, 0.5, 0.9, 1),
    schedules: fc.tuple(arbitrarySizes(source.length), arbitrarySizes(source.length)),
  })
);

function mixed({ source, weight, schedules }: MixtureCase): {
  mixture: PolicyErrors;
  parts: [PolicyErrors, PolicyErrors];
} {
  const law = buildSource(source);
  const [first, second] = schedules;
  const part = (sizes: readonly number[]): PolicyErrors =>
    exactOf(law, buildPolicy({ policy: "random", sizes }));
  return {
    mixture: exactOf(
      law,
      buildPolicy({
        policy: "randomised-sizes",
        mixture: [{ weight, sizes: first }, { weight: 1 - weight, sizes: second }],
      }),
    ),
    parts: [part(first), part(second)],
  };
}

testTheorem<MixtureCase>({
  name:
    "drawn schedules have the mean of the path errors, and at most the mean of the endpoint errors",
  arbitrary: mixtures,
  regressions,
  statement: (value) => {
    const { mixture, parts: [a, b] } = mixed(value);
    const mean = (of: (errors: PolicyErrors) => number): number =>
      value.weight * of(a) + (1 - value.weight) * of(b);
    assertClose(mixture.pathError!, mean(({ pathError: path }) => path!), tolerance);
    assertClose(mixture.evaluations, mean(({ evaluations }) => evaluations), tolerance);
    assertAtMost(mixture.endpointError, mean(({ endpointError }) => endpointError));
  },
  mutants: {
    "the mean of the endpoint errors exactly": (value) => {
      const { mixture, parts: [a, b] } = mixed(value);
      const mean = value.weight * a.endpointError + (1 - value.weight) * b.endpointError;
      assertClose(mixture.endpointError, mean, tolerance);
    },
    "weights the other way round": (value) => {
      const { mixture, parts: [a, b] } = mixed(value);
      const mean = (1 - value.weight) * a.pathError! + value.weight * b.pathError!;
      assertClose(mixture.pathError!, mean, tolerance);
    },
  },
});

function assertExact(source: SourceSpec, policy: PolicySpec): void {
  const { pathError: path, endpointError } = errorsOf({ source, policy });
  // A few squared roundings; but a confidence that rounds to 1 may miss it by 2^-53, at 37 nats.
  const none = { absolute: policy.policy === "confidence-threshold" ? 1e-14 : 1e-20 };
  assertClose(path!, 0, none);
  assertClose(endpointError, 0, none);
}

const oneByOne = fc.oneof(
  fc.constant<PolicySpec>({ policy: "autoregressive" }),
  fc.constantFrom("confidence", "margin", "entropy")
    .map((score): PolicySpec => ({ policy: "top", score, count: 1 })),
  // Certain tokens have nothing to say to each other, and one uncertain one is alone.
  fc.constant<PolicySpec>({ policy: "entropy-bounded", gamma: 0 }),
  fc.constant<PolicySpec>({ policy: "entropy-sum", threshold: 0 }),
  fc.constant<PolicySpec>({ policy: "confidence-threshold", threshold: 1 }),
);

testTheorem<PolicyCase>({
  name: "one uncertain token an iteration is exact, whichever it is: gamma 0, threshold 1, k 1",
  arbitrary: fc.record({ source: arbitrarySource(), policy: oneByOne }),
  regressions,
  statement: ({ source, policy }) => assertExact(source, policy),
  mutants: {
    "two tokens": ({ source }) =>
      assertExact(source, { policy: "top", score: "entropy", count: 2 }),
    "a little uncertainty": ({ source }) =>
      assertExact(source, { policy: "entropy-bounded", gamma: 0.1 }),
  },
});

const chains = fc.constantFrom([2, 3], [3, 3], [4, 2], [5, 2]).chain(([length, states]) =>
  fc.tuple(
    fc.array(arbitraryPmf(states!), { minLength: states!, maxLength: states! }),
    arbitraryPmf(states!),
  ).map(([transitions, initial]): SourceSpec => ({
    kind: "markov-chain",
    length: length!,
    transitions,
    initial,
  }))
);

testTheorem<SourceSpec>({
  name: "the policy bisection is exact on Markov chains",
  arbitrary: chains,
  regressions,
  statement: (source) => assertExact(source, { policy: "bisection" }),
  mutants: {
    "dilated positions": (source) => assertExact(source, { policy: "dilated" }),
  },
});

/** A law, and in nats how much a set may cost. */
interface BoundedCase {
  readonly source: SourceSpec;
  readonly nats: number;
}

/**
 * The total correlation of a set is at most `sum H - max H`, since its joint entropy is at least that of any of
 * its tokens: an iteration costs at most gamma. The path error sums the costs over the iterations in which
 * sequences *of the law* are revealed; so it is gamma times their mean number, less the last iteration
 * of each sequence where that reveals one token. The sampler's own sequences may take fewer.
 */
testTheorem<BoundedCase>({
  name: "entropy-bounded costs at most gamma for each iteration that reveals the law's sequences",
  arbitrary: fc.record({
    source: arbitrarySource(),
    nats: fc.oneof(fc.constantFrom(0, Math.LN2, 1), fc.double({ min: 0, max: 2, noNaN: true })),
  }),
  regressions,
  statement: (value) => {
    assertBounded(value, { policy: "entropy-bounded", gamma: value.nats }, value.nats);
    assertBounded(value, { policy: "entropy-sum", threshold: value.nats }, value.nats);
  },
  mutants: {
    "half of gamma": (value) =>
      assertBounded(value, { policy: "entropy-bounded", gamma: value.nats }, value.nats / 2),
    "a bound on the sum without its smallest term": (value) =>
      assertBounded(value, { policy: "top", score: "entropy", count: 2 }, value.nats),
  },
});

function assertBounded({ source }: BoundedCase, policy: PolicySpec, nats: number): void {
  const law = buildSource(source);
  const built = buildPolicy(policy);
  const { targetEvaluations } = naiveOf(law, built);
  assertAtMost(exactOf(law, built).pathError!, nats * targetEvaluations);
}

/** A law, its blocks, and the sizes inside them. */
interface BlockCase {
  readonly source: SourceSpec;
  readonly blocks: readonly (readonly number[])[];
}

const blockCases = arbitrarySource().chain((source) =>
  arbitrarySizes(source.length).chain((lengths) =>
    fc.tuple(...lengths.map((length) => arbitrarySizes(length)))
      .map((blocks): BlockCase => ({ source, blocks }))
  )
);

testTheorem<BlockCase>({
  name: "blocks of random positions cost the sum of the areas over the block curves",
  arbitrary: blockCases,
  regressions,
  statement: (value) => assertBlocks(value, (policy) => policy),
  mutants: {
    "a serial fill": (value) => assertBlocks(value, serially),
    "blocks in one": (value) =>
      assertBlocks(value, () => buildPolicy({ policy: "random", sizes: value.blocks.flat() })),
  },
});

function assertBlocks(
  { source, blocks }: BlockCase,
  change: (policy: UnmaskingPolicy) => UnmaskingPolicy,
): void {
  const law = buildSource(source);
  const lengths = blocks.map((sizes) => sizes.reduce((sum, size) => sum + size, 0));
  const policy = buildPolicy({
    policy: "blocks",
    lengths,
    inside: blocks.map((sizes): PolicySpec => ({ policy: "random", sizes })),
  });
  const expected = blockPathError(enumeratedBlockCurves(law, lengths), blocks.flat()).pathError;
  assertClose(exactOf(law, change(policy)).pathError!, expected, tolerance);
}

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

/** Laws whose tokens are alike: subsets of a size have one entropy, and tokens are uniform or certain. */
const symmetricLaws = fc.oneof(
  fc.constantFrom(["copies", 4, 3], ["parity", 5, 2], ["product", 4, 2], ["parity", 3, 3]).map((
    [kind, length, states],
  ) => ({ kind, length, states }) as SourceSpec),
  fc.constantFrom([3, 3, 1], [3, 3, 2], [5, 4, 2], [5, 4, 3]).map((
    [field, length, dimension],
  ): SourceSpec => ({
    kind: "reed-solomon",
    field: field!,
    length: length!,
    dimension: dimension!,
  })),
);

testTheorem<Case & { readonly score: "confidence" | "margin" | "entropy" }>({
  name:
    "on separable codes the surest positions cost as much as random ones: looking does not help",
  arbitrary: symmetricLaws.chain((source) =>
    fc.record({
      source: fc.constant(source),
      sizes: arbitrarySizes(source.length),
      score: fc.constantFrom("confidence", "margin", "entropy"),
    })
  ),
  regressions,
  statement: ({ source, sizes, score }) =>
    assertCurve({ source, sizes }, { policy: "top", score, sizes }),
  mutants: {
    "on any law": ({ sizes, score }) => {
      const weights = [9, 1, 0, 2, 1, 4, 0, 3, 0, 0, 5, 1, 2, 2, 0, 7];
      const [states, length] = [2, sizes.reduce((sum, size) => sum + size, 0)];
      if (length !== 4) return;
      const source: SourceSpec = { kind: "table", length, states, weights };
      assertCurve({ source, sizes }, { policy: "top", score, sizes });
    },
  },
});
