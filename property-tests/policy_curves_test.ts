import { ok } from "node:assert/strict";
import { blockPathError, pathError, timeGridError } from "@unmask/convergence";
import type { PolicyErrors, UnmaskingPolicy } from "@unmask/diffusion";
import { enumeratedBlockCurves } from "@unmask/information";
import {
  arbitrarySizes,
  arbitrarySource,
  arbitraryTimeGrid,
  assertClose,
  buildPolicy,
  buildSource,
  type Case,
  type PolicySpec,
  type SourceSpec,
  testTheorem,
} from "@unmask/testing";
import fc from "fast-check";
import { assertAtMost } from "./law_or_curve.ts";
import { exactOf, naiveOf, serially, tolerance } from "./policy_case_errors.ts";
import { regressions } from "./regressions.ts";

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

Deno.test("errors of strongly coupled chains keep all their digits, down to 1e-15 nats", () => {
  let least = Infinity;
  let lostByOracle = 0;
  for (const coupling of [10, 30, 36, 40, -10, -30, -40]) {
    for (const states of [2, 3]) {
      const law = buildSource({ kind: "potts-chain", length: 4, states, coupling });
      const curve = law.informationCurve();
      for (const sizes of [[4], [2, 2], [1, 3], [1, 1, 2], [1, 2, 1]]) {
        const policy = buildPolicy({ policy: "random", sizes });
        const expected = pathError(curve, sizes);
        // The curve has 1e-14; a few roundings of each of at most 81 terms, none of them negative.
        assertClose(exactOf(law, policy).pathError!, expected, { relative: 2e-14 });
        least = Math.min(least, expected);
        // The control: the difference of logarithms that the oracle takes has none of those digits.
        if (Math.abs(naiveOf(law, policy).pathError - expected) > 1e-6 * expected) lostByOracle++;
      }
    }
  }
  ok(least < 1e-15 && least > 0, `${least}`);
  ok(lostByOracle > 5, `${lostByOracle}`);
});
