import { deepStrictEqual, notDeepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import {
  cellOfSequence,
  type EqualityTables,
  MASK,
  type NearestNeighbourLaw,
  sequenceOfCell,
  type Source,
} from "@unmask/information";
import { drawCategorical, type Stream, streamFamily } from "@unmask/random";
import { arbitraryMasses, arbitrarySizes, assertDrawnFrom, buildSource } from "@unmask/testing";
import fc from "fast-check";
import { endpointLaw } from "./endpoint_law.ts";
import { exactPredictor, type MaskPredictor } from "./mask_predictor.ts";
import { NeighbourSampler } from "./neighbour_sampler.ts";
import { unmask, unmaskInOrder } from "./unmask.ts";
import { drawUnmaskingOrder } from "./unmasking_order.ts";
import { maskSizes } from "@unmask/schedules";

type Chain = Source & NearestNeighbourLaw;

const weather = [[0.7, 0.2, 0.1], [0.1, 0.1, 0.8], [0.45, 0.5, 0.05]];

function potts(length: number, states: number, coupling: number): Chain {
  return buildSource({ kind: "potts-chain", length, states, coupling }) as Chain;
}

function chain(length: number, transitions: number[][], initial?: number[]): Chain {
  const spec = { kind: "markov-chain", length, transitions } as const;
  return buildSource(initial ? { ...spec, initial } : spec) as Chain;
}

/** Chains of every kind, one token, one state, and both ends of exp. */
const laws: Readonly<Record<string, Chain>> = {
  "one token": potts(1, 5, 2),
  "one state": potts(7, 1, 2),
  "two tokens": potts(2, 3, -1),
  "a Potts chain": potts(64, 8, 2),
  "many states": potts(40, 300, 6),
  "independent tokens": potts(33, 4, 0),
  "repulsion of two": potts(50, 2, -3),
  "repulsion of five": potts(50, 5, -4),
  "attraction beyond doubles": potts(64, 6, 800),
  "attraction at the edge of doubles": potts(64, 3, 712),
  "repulsion of two beyond doubles": potts(65, 2, -800),
  "repulsion of three beyond doubles": potts(64, 3, -1e5),
  "a Markov chain": chain(64, weather),
  "a started Markov chain": chain(64, weather, [0, 1, 0]),
  // Parallel draws meet neighbours that exclude each other.
  "a periodic chain": chain(31, [[0, 1, 0], [0, 0, 1], [1, 0, 0]]),
  "a chain without a way back": chain(24, [[0.9, 0.1], [0, 1]], [1, 0]),
  "a chain with steps of 1e-200": chain(16, [[1, 1e-200], [1e-200, 1]], [0.5, 0.5]),
};

function* schedules(length: number): Generator<number[]> {
  yield [length];
  yield new Array<number>(length).fill(1);
  const half = Math.floor(length / 2);
  if (half >= 1) yield [half, length - half];
  if (length >= 12) {
    yield [
      ...new Array<number>(5).fill(Math.floor(length / 6)),
      length - 5 * Math.floor(length / 6),
    ];
  }
}

for (const [name, law] of Object.entries(laws)) {
  Deno.test(`NeighbourSampler draws the tokens and words of unmask(): ${name}`, () => {
    const sampler = new NeighbourSampler(law);
    const predictor = exactPredictor(law);
    const streams = streamFamily({ seed: 171, cell: name, purpose: "tokens" });
    for (const sizes of schedules(law.length)) {
      for (let sample = 0; sample < 20; sample++) {
        const fast = streams.at(sample);
        const slow = streams.at(sample);
        // A boundary that rounds in two ways is met about once in 10^15 tokens; the seed is fixed.
        deepStrictEqual(
          sampler.unmask({ sizes, stream: fast }),
          unmask(predictor, { sizes, stream: slow }),
        );
        strictEqual(fast.nextUint32(), slow.nextUint32());
        const order = drawUnmaskingOrder(maskSizes(sizes), slow);
        const again = streams.at(sample + 100);
        deepStrictEqual(
          sampler.unmaskInOrder({ order, stream: again }),
          unmaskInOrder(predictor, { order, stream: streams.at(sample + 100) }),
        );
      }
    }
  });
}

/** Small chains with masses of 0, subnormals and couplings beyond doubles, and a schedule. */
const cases = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 5 }))
  .chain(([length, states]) =>
    fc.record({
      law: fc.oneof(
        fc.oneof(
          fc.double({ min: -9, max: 9, noNaN: true }),
          fc.constantFrom(-1e4, -745, -700, -310, 310, 700, 745, 1e4),
        ).map((coupling) => potts(length, states, coupling)),
        fc.tuple(
          fc.array(arbitraryMasses(states), { minLength: states, maxLength: states }),
          arbitraryMasses(states),
        ).map(([transitions, initial]) => chain(length, transitions, initial)),
      ),
      sizes: arbitrarySizes(length),
    })
  );

Deno.test("NeighbourSampler draws the tokens of unmask() from generated chains and schedules", () => {
  fc.assert(
    fc.property(cases, ({ law, sizes }) => {
      const sampler = new NeighbourSampler(law);
      const predictor = exactPredictor(law);
      const streams = streamFamily({ seed: 176, cell: sizes.join(), purpose: "tokens" });
      for (let sample = 0; sample < 10; sample++) {
        const tokens = sampler.unmask({ sizes, stream: streams.at(sample) });
        deepStrictEqual(tokens, unmask(predictor, { sizes, stream: streams.at(sample) }));
      }
    }),
    { seed: 177, numRuns: 500 },
  );
});

Deno.test("NeighbourSampler draws every token of 400,000 of a long chain as unmask() does", () => {
  const law = potts(1024, 8, 2);
  const sampler = new NeighbourSampler(law);
  const predictor = exactPredictor(law);
  const sizes = new Array<number>(8).fill(128);
  const streams = streamFamily({ seed: 172, cell: "long", purpose: "tokens" });
  const many = new Int32Array(400 * 1024);
  sampler.unmaskMany({ sizes, streams, first: 7 }, many);
  for (let n = 0; n < 400; n++) {
    const tokens = unmask(predictor, { sizes, stream: streams.at(7 + n) });
    deepStrictEqual(many.subarray(n * 1024, (n + 1) * 1024), tokens);
  }
});

/** The serial fill: each token of a set sees those drawn before it. */
function serialFill(
  predictor: MaskPredictor,
  sizes: readonly number[],
  stream: Stream,
): Int32Array {
  const state = new Int32Array(predictor.length).fill(MASK);
  const row = new Float64Array(predictor.vocabularySize);
  for (const position of drawUnmaskingOrder(maskSizes(sizes), stream).flatMap((set) => [...set])) {
    predictor.predict(state, Int32Array.of(position), row);
    state[position] = drawCategorical(row, stream);
  }
  return state;
}

const small: readonly [string, Chain][] = [
  ["a Potts chain", potts(5, 3, 1.5)],
  ["a repelling Potts chain", potts(5, 3, -1.5)],
  ["two repelling states", potts(6, 2, -1)],
  ["a Markov chain", chain(4, weather)],
  ["a started Markov chain", chain(4, weather, [0.2, 0.3, 0.5])],
];

/** A fresh seed fails with probability 1e-6 for each law and schedule, 1.5e-5 in all. */
for (const [name, law] of small) {
  Deno.test(`NeighbourSampler samples the enumerated endpoint law, and neither the target nor a serial fill does: ${name}`, () => {
    const { length, vocabularySize } = law;
    const sampler = new NeighbourSampler(law);
    const predictor = exactPredictor(law);
    const tokens = new Int32Array(length);
    const target = Float64Array.from({ length: vocabularySize ** length }, (_, cell) => {
      sequenceOfCell(cell, vocabularySize, tokens);
      return Math.exp(law.logProbability(tokens));
    });
    for (const sizes of [[length], [1, length - 1], [2, length - 2]]) {
      const streams = streamFamily({ seed: 173, cell: `${name} ${sizes}`, purpose: "endpoint" });
      const draws = 20_000;
      const endpoint = endpointLaw(predictor, { sizes });
      const draw = (sample: number): number =>
        cellOfSequence(sampler.unmask({ sizes, stream: streams.at(sample) }), vocabularySize);
      assertDrawnFrom(endpoint, { draws, draw });
      const few = draws / 4;
      throws(() => assertDrawnFrom(target, { draws: few, draw }), /chi-square/);
      const serial = (sample: number): number =>
        cellOfSequence(serialFill(predictor, sizes, streams.at(sample)), vocabularySize);
      throws(() => assertDrawnFrom(endpoint, { draws: few, draw: serial }), /chi-square/);
    }
  });
}

Deno.test("NeighbourSampler gives the same tokens whatever it drew before, and others on other streams", () => {
  const sampler = new NeighbourSampler(laws["a Potts chain"]!);
  const streams = streamFamily({ seed: 174, cell: "again", purpose: "tokens" });
  const first = sampler.unmask({ sizes: [32, 32], stream: streams.at(0) });
  notDeepStrictEqual(sampler.unmask({ sizes: [1, 63], stream: streams.at(1) }), first);
  deepStrictEqual(sampler.unmask({ sizes: [32, 32], stream: streams.at(0) }), first);
  ok(first.every((token) => Number.isInteger(token) && token >= 0 && token < 8));
});

Deno.test("NeighbourSampler refuses sizes, orders, rooms and tables that are none", () => {
  const law = potts(5, 3, 1);
  const sampler = new NeighbourSampler(law);
  const streams = streamFamily({ seed: 175, cell: "refusals", purpose: "tokens" });
  const stream = streams.at(0);
  throws(() => sampler.unmask({ sizes: [2, 2], stream }), /must sum to the length 5, got 4/);
  throws(
    () => sampler.unmaskInOrder({ order: [Int32Array.of(0, 1, 2, 3, 3)], stream }),
    /must occur once, got 3 in iteration 0/,
  );
  throws(
    () => sampler.unmaskMany({ sizes: [5], streams, first: 0 }, new Int32Array(7)),
    /room must be for whole sequences of 5, got 7/,
  );
  throws(
    () => sampler.unmaskMany({ sizes: [5], streams, first: -1 }, new Int32Array(5)),
    /sample must be an integer/,
  );
  const tables = law.neighbourTables() as EqualityTables;
  throws(
    () => new NeighbourSampler({ ...tables, same: tables.same.subarray(1) }),
    { name: "RangeError", message: "Cannot use a law's tables: each must have 5 entries, got 4" },
  );
  throws(
    () => new NeighbourSampler({ ...tables, other: tables.other.map((x, d) => d === 2 ? NaN : x) }),
    /entries must be finite and at least 0, got NaN at 2/,
  );
  throws(
    () =>
      new NeighbourSampler({
        form: "matrix",
        length: 3,
        vocabularySize: 2,
        powers: new Float64Array(6),
        marginals: new Float64Array(2),
      }),
    /each must have 4 entries, got 6/,
  );
});
