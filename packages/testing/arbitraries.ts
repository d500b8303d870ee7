import fc from "fast-check";
import type { Arbitrary } from "./arbitrary.ts";
import type { SourceSpec } from "./source_spec.ts";

/**
 * Weights that reach the ugly places: zeros, ties, near-ties, huge ratios; never all zero.
 *
 * The smallest is 1e-60, so that a product of one such probability per token of a small law stays
 * a normal double: enumerations multiply them.
 *
 * @param length How many
 * @returns An arbitrary of `length` weights
 */
export function arbitraryWeights(length: number): Arbitrary<number[]> {
  const weight = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 9 }) },
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constantFrom(1, 1 + 2 ** -52, 1 - 2 ** -53, 1e-9, 1e-60) },
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
 * A schedule of `length` tokens: every composition can occur.
 *
 * @param length Integer of at least 1
 * @returns An arbitrary of mask sizes in order of unmasking
 */
export function arbitrarySizes(length: number): Arbitrary<number[]> {
  return fc.array(fc.boolean(), { minLength: length - 1, maxLength: length - 1 }).map((cuts) => {
    const sizes = [1];
    for (const cut of cuts) {
      if (cut) sizes.push(1);
      else sizes[sizes.length - 1]!++;
    }
    return sizes;
  });
}

/** Shapes that are cheap to enumerate, `L = 1` and `K = 1` among them. */
const smallShapes = [
  [1, 1],
  [1, 4],
  [2, 1],
  [2, 2],
  [2, 4],
  [3, 2],
  [3, 3],
  [4, 1],
  [4, 2],
  [4, 3],
  [5, 2],
] as const;

/** A table as plain data. */
export type TableSpec = Extract<SourceSpec, { kind: "table" }>;

function tableOf([length, states]: readonly [number, number]): Arbitrary<TableSpec> {
  return arbitraryWeights(states ** length)
    .map((weights) => ({ kind: "table", length, states, weights }));
}

/**
 * A table small enough to enumerate.
 *
 * @returns An arbitrary of specifications, as plain data
 */
export function arbitraryTable(): Arbitrary<TableSpec> {
  return fc.constantFrom(...smallShapes).chain(tableOf);
}

/**
 * A source small enough to enumerate: tables, Potts chains, Markov chains (stationary and started),
 * copies.
 *
 * @returns An arbitrary of specifications, as plain data
 */
export function arbitrarySource(): Arbitrary<SourceSpec> {
  return fc.constantFrom(...smallShapes).chain(([length, states]) =>
    fc.oneof(
      {
        weight: 5,
        arbitrary: tableOf([length, states]),
      },
      {
        weight: 2,
        arbitrary: fc.oneof(
          fc.double({ min: -6, max: 6, noNaN: true }),
          fc.constantFrom(0, 1e-6, -1e-6, 40, -40, 800, -800),
        ).map((coupling): SourceSpec => ({ kind: "potts-chain", length, states, coupling })),
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
        weight: 1,
        arbitrary: fc.constant<SourceSpec>({ kind: "copies", length, states }),
      },
    )
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
