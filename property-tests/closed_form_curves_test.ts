import { type InformationCurve, JointTable } from "@unmask/information";
import { arbitraryPmf, assertClose, NaiveLaw, sequences, testTheorem } from "@unmask/testing";
import fc from "fast-check";
import { regressions } from "./regressions.ts";

/** A table made by enumeration, and `Z_1 .. Z_L` as its closed form says. */
interface Enumerated {
  readonly table: JointTable;
  readonly z: readonly number[];
}

/** Entropies of at most 3,125 cells: sums of as many terms, of a few nats. */
const tolerance = { absolute: 1e-12 };

function assertCurve({ table, z }: Enumerated): void {
  const curve: InformationCurve = table.informationCurve();
  z.forEach((value, k) => assertClose(curve.tokenMutualInformation[k]!, value, tolerance));
  const naive = new NaiveLaw(table).curve();
  z.forEach((value, k) => assertClose(naive[0]! - naive[k]!, value, tolerance));
}

function step(length: number, options: { from: number; height: number }): number[] {
  const { from, height } = options;
  return Array.from({ length }, (_, j) => j + 1 >= from ? height : 0);
}

/** Weight 1 where the tokens satisfy a rule. */
function tableWhere(
  shape: { length: number; vocabularySize: number },
  rule: (tokens: number[]) => boolean,
): JointTable {
  const { length, vocabularySize } = shape;
  const weights = [...sequences(length, vocabularySize)].map((tokens) => rule(tokens) ? 1 : 0);
  return JointTable.fromWeights(weights, shape);
}

/** A shape, and a relabelling of the tokens of each position, which no entropy sees. */
interface Relabelled {
  readonly length: number;
  readonly vocabularySize: number;
  readonly labels: readonly (readonly number[])[];
}

const relabelled = fc.constantFrom([1, 1], [1, 3], [2, 2], [2, 4], [3, 3], [4, 2], [4, 3], [5, 2])
  .chain(([length, vocabularySize]) => {
    const tokens = Array.from({ length: vocabularySize! }, (_, token) => token);
    const label = fc.shuffledSubarray(tokens, {
      minLength: tokens.length,
      maxLength: tokens.length,
    });
    return fc.array(label, { minLength: length!, maxLength: length! })
      .map((labels): Relabelled => ({ length: length!, vocabularySize: vocabularySize!, labels }));
  });

function copiesTable({ labels, ...shape }: Relabelled): JointTable {
  return tableWhere(
    shape,
    (tokens) => tokens.every((token, i) => labels[i]![token] === labels[0]![tokens[0]!]),
  );
}

testTheorem<Relabelled>({
  name: "copies have Z_j = ln K from the second token on",
  arbitrary: relabelled,
  regressions,
  statement: (value) => assertCopies(value, { from: 2 }),
  mutants: {
    "from the third": (value) => assertCopies(value, { from: 3 }),
    "ln(K + 1)": (value) => assertCopies(value, { from: 2, more: 1 }),
  },
});

function assertCopies(
  value: Relabelled,
  { from, more = 0 }: { from: number; more?: number },
): void {
  const height = Math.log(value.vocabularySize + more);
  assertCurve({ table: copiesTable(value), z: step(value.length, { from, height }) });
}

function parityTable({ labels, ...shape }: Relabelled): JointTable {
  return tableWhere(shape, (tokens) => {
    const sum = tokens.reduce((total, token, i) => total + labels[i]![token]!, 0);
    return sum % shape.vocabularySize === 0;
  });
}

testTheorem<Relabelled>({
  name: "parity has Z_j = 0 but for Z_L = ln K",
  // A single token of parity 0 is constant: it knows nothing of no other token.
  arbitrary: relabelled.map((value) =>
    value.length > 1 ? value : { ...value, vocabularySize: 1, labels: [[0]] }
  ),
  regressions,
  statement: (value) => assertParity(value, { last: 0 }),
  mutants: {
    "one token before the last": (value) => assertParity(value, { last: 1 }),
    "copies for parity": (value) =>
      assertCurve({
        table: copiesTable(value),
        z: step(value.length, { from: value.length, height: Math.log(value.vocabularySize) }),
      }),
  },
});

function assertParity(value: Relabelled, { last }: { last: number }): void {
  const height = Math.log(value.vocabularySize);
  const z = step(value.length, { from: Math.max(2, value.length - last), height });
  assertCurve({ table: parityTable(value), z });
}

/** The marginal of each token. */
type Marginals = readonly (readonly number[])[];

const marginals = fc.constantFrom([1, 1], [1, 3], [2, 2], [2, 4], [3, 3], [4, 2], [5, 2]).chain((
  [length, states],
) => fc.array(arbitraryPmf(states!), { minLength: length!, maxLength: length! }));

function productTable(laws: Marginals): JointTable {
  const shape = { length: laws.length, vocabularySize: laws[0]!.length };
  const masses = [...sequences(shape.length, shape.vocabularySize)].map((tokens) =>
    tokens.reduce((mass, token, i) => mass * laws[i]![token]!, 1)
  );
  return JointTable.fromProbabilities(masses, shape);
}

testTheorem<Marginals>({
  name: "a product has Z = 0 whatever its marginals",
  arbitrary: marginals,
  regressions,
  statement: (laws) => assertCurve({ table: productTable(laws), z: laws.map(() => 0) }),
  mutants: {
    "Z_L the entropy of a token": (laws) => {
      const entropy = laws[0]!.reduce(
        (sum, mass) => mass > 0 ? sum - mass * Math.log(mass) : sum,
        0,
      );
      assertCurve({
        table: productTable(laws),
        z: step(laws.length, { from: laws.length, height: entropy }),
      });
    },
    "copies of the first token for a product": (laws) => {
      const shape = { length: laws.length, vocabularySize: laws[0]!.length };
      const masses = [...sequences(shape.length, shape.vocabularySize)].map((tokens) =>
        tokens.every((token) => token === tokens[0]) ? laws[0]![tokens[0]!]! : 0
      );
      assertCurve({ table: JointTable.fromProbabilities(masses, shape), z: laws.map(() => 0) });
    },
  },
});

/** A generalised Reed-Solomon code: distinct points, and a multiplier of each position. */
interface Code {
  readonly field: number;
  readonly points: readonly number[];
  readonly multipliers: readonly number[];
  readonly dimension: number;
}

const codes = fc.constantFrom([2, 2], [3, 2], [3, 3], [5, 2], [5, 3], [5, 4], [7, 3]).chain((
  [field, length],
) => {
  const points = Array.from({ length: field! }, (_, point) => point);
  return fc.record({
    field: fc.constant(field!),
    points: fc.shuffledSubarray(points, { minLength: length!, maxLength: length! }),
    multipliers: fc.array(fc.integer({ min: 1, max: field! - 1 }), {
      minLength: length!,
      maxLength: length!,
    }),
    dimension: fc.integer({ min: 1, max: length! - 1 }),
  });
});

/** Values of every polynomial of fewer than `dimension` coefficients, each once. */
function codeTable({ field, points, multipliers, dimension }: Code): JointTable {
  const weights = new Array<number>(field ** points.length).fill(0);
  for (const coefficients of sequences(dimension, field)) {
    const cell = points.reduce((index, point, i) => {
      const value = coefficients.reduceRight((sum, coefficient) => sum * point + coefficient, 0);
      return index * field + value * multipliers[i]! % field;
    }, 0);
    weights[cell] = 1;
  }
  return JointTable.fromWeights(weights, { length: points.length, vocabularySize: field });
}

testTheorem<Code>({
  name: "a Reed-Solomon code of dimension k has Z_j = ln q for j > k, and 0 up to there",
  arbitrary: codes,
  regressions,
  statement: (code) => assertCode(code, { shift: 0 }),
  mutants: {
    "from j = k on": (code) => assertCode(code, { shift: -1 }),
    "from j = k + 2 on": (code) => assertCode(code, { shift: 1 }),
    "ln k for ln q": (code) => assertCode(code, { shift: 0, height: Math.log(code.dimension) }),
    "two equal points": (code) =>
      assertCurve({
        table: codeTable({ ...code, points: code.points.with(0, code.points[1]!) }),
        z: step(code.points.length, { from: code.dimension + 1, height: Math.log(code.field) }),
      }),
  },
});

function assertCode(
  code: Code,
  { shift, height = Math.log(code.field) }: { shift: number; height?: number },
): void {
  const from = code.dimension + 1 + shift;
  assertCurve({ table: codeTable(code), z: step(code.points.length, { from, height }) });
}
