import fc from "fast-check";
import type { Arbitrary } from "./arbitrary.ts";
import type { SourceSpec } from "./source_spec.ts";

/** Shapes of two tokens to four, of at most 27 sequences. */
const shapes = [[2, 3], [3, 2], [3, 3], [4, 2]] as const;

/**
 * A small source without rare events: what a few hundred draws never show, they cannot estimate.
 *
 * Tables and Markov chains of whole weights up to 9, zeros among them, chains started and stationary,
 * Potts chains of couplings up to 2 of both signs, codes, copies and parity.
 *
 * @returns An arbitrary of specifications, as plain data
 */
export function tameSource(): Arbitrary<SourceSpec> {
  return fc.constantFrom(...shapes).chain(([length, states]) =>
    fc.oneof(
      { weight: 4, arbitrary: table(length, states) },
      {
        weight: 3,
        arbitrary: fc.double({ min: -2, max: 2, noNaN: true })
          .map((coupling): SourceSpec => ({ kind: "potts-chain", length, states, coupling })),
      },
      {
        weight: 3,
        arbitrary: fc.tuple(
          fc.array(masses(states), { minLength: states, maxLength: states }),
          fc.option(masses(states), { nil: undefined }),
        ).map(([transitions, initial]): SourceSpec => ({
          kind: "markov-chain",
          length,
          transitions,
          ...(initial === undefined ? {} : { initial }),
        })),
      },
      { weight: 1, arbitrary: code() },
      {
        weight: 1,
        arbitrary: fc.constantFrom("copies", "parity")
          .map((kind): SourceSpec => ({ kind, length, states })),
      },
    )
  );
}

function code(): Arbitrary<SourceSpec> {
  return fc.constantFrom([3, 2, 1], [3, 3, 2], [5, 3, 1], [5, 3, 2]).map((
    [field, length, dimension],
  ): SourceSpec => ({
    kind: "reed-solomon",
    field: field!,
    length: length!,
    dimension: dimension!,
  }));
}

/** Half of all weights 0, the others from 2 to 9, not all 0. */
function table(length: number, states: number): Arbitrary<SourceSpec> {
  const cells = states ** length;
  const weight = fc.oneof(fc.constant(0), fc.integer({ min: 2, max: 9 }));
  return fc.tuple(
    fc.array(weight, { minLength: cells, maxLength: cells }),
    fc.nat({ max: cells - 1 }),
  ).map(([weights, cell]): SourceSpec => ({
    kind: "table",
    length,
    states,
    weights: weights[cell] === 0 ? weights.with(cell, 2) : weights,
  }));
}

/** Masses of weights from 3 to 9: a chain that can go anywhere has one stationary law. */
function masses(outcomes: number): Arbitrary<number[]> {
  return fc.array(fc.integer({ min: 3, max: 9 }), { minLength: outcomes, maxLength: outcomes })
    .map((weights) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return weights.map((weight) => weight / total);
    });
}
