import fc from "fast-check";
import type { Arbitrary } from "./arbitrary.ts";
import type { SourceSpec } from "./source_spec.ts";

/**
 * Weights that reach the ugly places: zeros, ties, near-ties, huge ratios; never all zero.
 *
 * The smallest is 1e-28: a token between two neighbours of a chain may need two rare steps, and the
 * product of two such probabilities per token of a small law is still a normal double. Enumerations
 * of samplers multiply them.
 *
 * @param length How many
 * @returns An arbitrary of `length` weights
 */
export function arbitraryWeights(length: number): Arbitrary<number[]> {
  const weight = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 9 }) },
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constantFrom(1, 1 + 2 ** -52, 1 - 2 ** -53, 1e-9, 1e-28) },
    { weight: 1, arbitrary: fc.double({ min: 1e-3, max: 1, noNaN: true }) },
  );
  return fc.tuple(
    fc.array(weight, { minLength: length, maxLength: length }),
    fc.nat({ max: length - 1 }),
    fc.integer({ min: 1, max: 9 }),
  ).map(([weights, index, positive]) =>
    weights.some((value) => value > 0) ? weights : weights.with(index, positive)
  );
}

/**
 * Probabilities that sum to 1, with the same ugly places as {@linkcode arbitraryWeights}.
 *
 * @param length How many
 * @returns An arbitrary of `length` masses
 */
export function arbitraryMasses(length: number): Arbitrary<number[]> {
  return arbitraryWeights(length).map((weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / total);
  });
}

/**
 * A schedule of `length` tokens: every composition can occur, and more often those with one large
 * block among single tokens, which are the worst of their number of steps.
 *
 * @param length Integer of at least 1
 * @returns An arbitrary of mask sizes in order of unmasking
 */
export function arbitrarySizes(length: number): Arbitrary<number[]> {
  return fc.oneof(
    { weight: 2, arbitrary: compositionOf(length) },
    { weight: 1, arbitrary: oneBlockAmongSingles(length) },
  );
}

function compositionOf(length: number): Arbitrary<number[]> {
  return fc.array(fc.boolean(), { minLength: length - 1, maxLength: length - 1 }).map((cuts) => {
    const sizes = [1];
    for (const cut of cuts) {
      if (cut) sizes.push(1);
      else sizes[sizes.length - 1]!++;
    }
    return sizes;
  });
}

function oneBlockAmongSingles(length: number): Arbitrary<number[]> {
  return fc.integer({ min: 1, max: length }).chain((block) =>
    fc.nat({ max: length - block }).map((place) =>
      Array.from({ length: length - block + 1 }, (_, t) => t === place ? block : 1)
    )
  );
}

/**
 * Shapes that are cheap to enumerate, `L = 1` and `K = 1` among them, and how often they are tried:
 * short sequences of few states have little to be wrong about.
 */
const smallShapes = [
  { length: 1, states: 1, weight: 1 },
  { length: 1, states: 4, weight: 1 },
  { length: 2, states: 1, weight: 1 },
  { length: 2, states: 2, weight: 2 },
  { length: 2, states: 4, weight: 2 },
  { length: 3, states: 2, weight: 3 },
  { length: 3, states: 3, weight: 3 },
  { length: 4, states: 1, weight: 1 },
  { length: 4, states: 2, weight: 4 },
  { length: 4, states: 3, weight: 4 },
  { length: 5, states: 2, weight: 10 },
] as const;

interface Shape {
  readonly length: number;
  readonly states: number;
}

function smallShape(): Arbitrary<Shape> {
  return fc.oneof(
    ...smallShapes.map(({ weight, ...shape }) => ({ weight, arbitrary: fc.constant(shape) })),
  );
}

/** A table as plain data. */
export type TableSpec = Extract<SourceSpec, { kind: "table" }>;

function tableOf({ length, states }: Shape): Arbitrary<TableSpec> {
  return arbitraryWeights(states ** length)
    .map((weights) => ({ kind: "table", length, states, weights }));
}

/**
 * A table small enough to enumerate.
 *
 * @returns An arbitrary of specifications, as plain data
 */
export function arbitraryTable(): Arbitrary<TableSpec> {
  return smallShape().chain(tableOf);
}

/** Fields and lengths of codes that are cheap to enumerate. */
const smallCodes = [[2, 1], [2, 2], [3, 2], [3, 3], [5, 3], [5, 4]] as const;

/**
 * A Reed-Solomon code small enough to enumerate, of any dimension: the laws whose curve is one step.
 *
 * @returns An arbitrary of specifications, as plain data
 */
export function arbitraryCode(): Arbitrary<SourceSpec> {
  return fc.constantFrom(...smallCodes).chain(([field, length]) =>
    fc.integer({ min: 1, max: length }).map((dimension): SourceSpec => ({
      kind: "reed-solomon",
      field,
      length,
      dimension,
    }))
  );
}

/**
 * A source small enough to enumerate: tables, Potts chains and rings, Markov chains with a start,
 * copies, parity, independent tokens, Reed-Solomon codes.
 *
 * @returns An arbitrary of specifications, as plain data
 */
export function arbitrarySource(): Arbitrary<SourceSpec> {
  return fc.oneof(
    { weight: 10, arbitrary: smallShape().chain(shapedSource) },
    { weight: 1, arbitrary: arbitraryCode() },
  );
}

function shapedSource({ length, states }: Shape): Arbitrary<SourceSpec> {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: tableOf({ length, states }),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(
        fc.constantFrom("potts-chain", "potts-ring"),
        fc.oneof(
          fc.double({ min: -6, max: 6, noNaN: true }),
          fc.constantFrom(0, 1e-6, -1e-6, 40, -40, 800, -800),
        ),
      ).map(([kind, coupling]): SourceSpec => ({ kind, length, states, coupling })),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(
        fc.array(arbitraryMasses(states), { minLength: states, maxLength: states }),
        arbitraryMasses(states),
      ).map(([transitions, initial]): SourceSpec => ({
        kind: "markov-chain",
        length,
        transitions,
        initial,
      })),
    },
    {
      weight: 3,
      arbitrary: fc.constantFrom("copies", "parity", "product")
        .map((kind): SourceSpec => ({ kind, length, states })),
    },
  );
}

/** A source and a schedule of its length. */
export interface Case {
  /** The source as plain data. */
  readonly source: SourceSpec;
  /** Mask sizes in order of unmasking, summing to the source's length. */
  readonly sizes: readonly number[];
}

/**
 * A small source with a schedule for it.
 *
 * @returns An arbitrary of cases, as plain data
 */
export function arbitraryCase(): Arbitrary<Case> {
  return arbitrarySource().chain((source) =>
    arbitrarySizes(source.length).map((sizes) => ({ source, sizes }))
  );
}
