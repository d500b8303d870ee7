import { pathError } from "@unmask/convergence";
import { endpointError, exactPredictor } from "@unmask/diffusion";
import { JointTable, type Source } from "@unmask/information";
import { chanceTogether } from "@unmask/schedules";
import {
  arbitraryCode,
  arbitrarySizes,
  arbitrarySource,
  assertClose,
  buildSource,
  type Case,
  sequences,
  testTheorem,
} from "@unmask/testing";
import fc from "fast-check";
import { regressions } from "./regressions.ts";

function errorsOf(law: Source, sizes: readonly number[]): { path: number; endpoint: number } {
  return {
    path: pathError(law.informationCurve(), sizes),
    endpoint: endpointError(law, { predictor: exactPredictor(law), sizes }),
  };
}

/** Divergences of up to 625 cells, each term within a few roundings of a value near 10 nats. */
const tolerance = { absolute: 1e-12, relative: 1e-12 };

const shapes = [[2, 2], [3, 2], [4, 2], [5, 2], [3, 3], [4, 3], [2, 4]] as const;

/** Laws whose sequences are all alike to an order: copies, parity and Reed-Solomon codes. */
const arbitraryCodeCase: fc.Arbitrary<Case> = fc.oneof(
  arbitraryCode(),
  fc.tuple(fc.constantFrom("copies", "parity"), fc.constantFrom(...shapes))
    .map(([kind, [length, states]]) => ({ kind, length, states })),
).chain((source) => arbitrarySizes(source.length).map((sizes) => ({ source, sizes })));

testTheorem<Case>({
  name: "on copies, parity and Reed-Solomon codes endpoint error is path error, for every schedule",
  arbitrary: arbitraryCodeCase,
  regressions,
  statement({ source, sizes }): void {
    const { path, endpoint } = errorsOf(buildSource(source), sizes);
    assertClose(endpoint, path, tolerance);
  },
  mutants: {
    "the mean over orders weighed by c": ({ source, sizes }) => {
      const { path, endpoint } = errorsOf(buildSource(source), sizes);
      assertClose(endpoint, chanceTogether(sizes) * path, tolerance);
    },
    "the sizes read in masking order": ({ source, sizes }) => {
      const law = buildSource(source);
      const { endpoint } = errorsOf(law, sizes.toReversed());
      assertClose(endpoint, errorsOf(law, sizes).path, tolerance);
    },
  },
});

testTheorem<Case>({
  name: "in one shot endpoint error is path error, for every law",
  arbitrary: arbitrarySource().map((source) => ({ source, sizes: [source.length] })),
  regressions,
  statement({ source, sizes }): void {
    const { path, endpoint } = errorsOf(buildSource(source), sizes);
    assertClose(endpoint, path, tolerance);
  },
  mutants: {
    "in two steps": ({ source }) => {
      const { length } = source;
      const sizes = length === 1 ? [1] : [Math.ceil(length / 2), Math.floor(length / 2)];
      const { path, endpoint } = errorsOf(buildSource(source), sizes);
      assertClose(endpoint, path, tolerance);
    },
  },
});

/** A schedule with an error: one shot in place of all ones. */
function arbitraryErringSizes(length: number): fc.Arbitrary<number[]> {
  return arbitrarySizes(length).map((sizes) => sizes.length === length ? [length] : sizes);
}

/** Weak couplings of all pairs of bits, and a schedule with an error. */
interface Weak {
  readonly couplings: readonly number[];
  readonly sizes: readonly number[];
}

/** Small enough for the next order not to count, large enough for a square not to be rounding. */
const WEAKNESS = 1e-3;

const arbitraryWeak: fc.Arbitrary<Weak> = fc.constantFrom(3, 4, 5).chain((length) =>
  fc.record({
    couplings: fc.array(fc.constantFrom(-1, -0.5, 0.5, 1), {
      minLength: length * (length - 1) / 2,
      maxLength: length * (length - 1) / 2,
    }),
    sizes: arbitraryErringSizes(length),
  })
);

/** `p(x)` proportional to `exp(sum_{i<j} a_ij s_i s_j)`, with spins `s` of 1 and -1. */
function weakLaw({ couplings, sizes }: Weak): JointTable {
  const length = sizes.reduce((sum, size) => sum + size, 0);
  const weights = [...sequences(length, 2)].map((bits) => {
    let energy = 0;
    let pair = 0;
    for (let i = 0; i < length; i++) {
      for (let j = i + 1; j < length; j++) {
        energy += WEAKNESS * couplings[pair++]! * (bits[i] === bits[j] ? 1 : -1);
      }
    }
    return Math.exp(energy);
  });
  return JointTable.fromWeights(weights, { length, vocabularySize: 2 });
}

function assertWeakShare(value: Weak, share: (sizes: readonly number[]) => number): void {
  const { path, endpoint } = errorsOf(weakLaw(value), value.sizes);
  // The next order is three couplings in a circle, of which five tokens have ten beside ten pairs.
  assertClose(endpoint, share(value.sizes) * path, { relative: 20 * WEAKNESS });
}

testTheorem<Weak>({
  name: "of weakly coupled pairs endpoint error is c times path error, c = chance of one step",
  arbitrary: arbitraryWeak,
  regressions,
  statement: (value) => assertWeakShare(value, chanceTogether),
  mutants: {
    "all of it": (value) => assertWeakShare(value, () => 1),
    "1/T of it": (value) => assertWeakShare(value, (sizes) => 1 / sizes.length),
    "c squared of it": (value) => assertWeakShare(value, (sizes) => chanceTogether(sizes) ** 2),
  },
});

/** One tied pair, of which state 1 has a small chance, among fair bits. */
interface Rare {
  readonly exponent: number;
  readonly sizes: readonly number[];
}

const arbitraryRare: fc.Arbitrary<Rare> = fc.record({
  exponent: fc.integer({ min: 1, max: 12 }),
  sizes: fc.constantFrom(3, 4).chain(arbitraryErringSizes),
});

function assertRareRatio(
  { exponent, sizes }: Rare,
  ratio: (rare: number, together: number) => number,
): void {
  const rare = 10 ** -exponent;
  const length = sizes.reduce((sum, size) => sum + size, 0);
  const weights = [...sequences(length, 2)].map(([a, b]) =>
    a !== b ? 0 : a === 1 ? rare : 1 - rare
  );
  const law = JointTable.fromWeights(weights, { length, vocabularySize: 2 });
  const { path, endpoint } = errorsOf(law, sizes);
  const together = chanceTogether(sizes);
  // A table's curve is known to 1e-15, and the path error is at least 1e-12 of ten times c.
  assertClose(path / endpoint, ratio(rare, together), { relative: 1e-2 });
}

testTheorem<Rare>({
  name: "no factor bounds path over endpoint error: a rare tied pair has c h(e) over its mixture's",
  arbitrary: arbitraryRare,
  regressions,
  statement: (value) =>
    assertRareRatio(value, (rare, c) => {
      const path = -c * (rare * Math.log(rare) + (1 - rare) * Math.log1p(-rare));
      const mixed = -rare * Math.log1p(-c * (1 - rare)) - (1 - rare) * Math.log1p(-c * rare);
      return path / mixed;
    }),
  mutants: {
    "at most 1/c": (value) => assertRareRatio(value, (_, c) => 1 / c),
    "the same for every rarity": (value) => assertRareRatio(value, () => 2 * Math.LN2),
  },
});
