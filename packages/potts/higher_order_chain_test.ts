import { ok, strictEqual, throws } from "node:assert/strict";
import { cellOfSequence, MASK } from "@unmask/information";
import { drawSubset, streamFamily } from "@unmask/random";
import {
  arbitraryMasses,
  assertClose,
  assertDrawnFrom,
  assertEnumeratedConditionals,
  NaiveLaw,
  sequences,
} from "@unmask/testing";
import fc from "fast-check";
import { contextTransitions } from "./context_transitions.ts";
import { HigherOrderChain } from "./higher_order_chain.ts";
import { markovChain } from "./markov_chain.ts";
import { transitionMatrix } from "./transition_matrix.ts";

/** A chain of the given rows, one after another. */
function chainOf(
  rows: readonly (readonly number[])[],
  { length, order }: { length: number; order: number },
): HigherOrderChain {
  const transitions = contextTransitions(rows.flat(), { states: rows[0]!.length, order });
  return new HigherOrderChain({ length, transitions });
}

/** Pairs of 3 tokens, each followed in a way of its own; some of it never. */
const nine = [
  [0.7, 0.2, 0.1],
  [0.1, 0, 0.9],
  [0.25, 0.5, 0.25],
  [0.05, 0.9, 0.05],
  [0.3, 0.3, 0.4],
  [1, 0, 0],
  [0.4, 0.1, 0.5],
  [0.2, 0.8, 0],
  [0.6, 0.15, 0.25],
];

/** Order, states and length of chains that are small enough to enumerate. */
const shapes = [
  [1, 2, 4],
  [1, 3, 4],
  [2, 2, 5],
  [2, 3, 4],
  [2, 3, 5],
  [3, 2, 5],
  [3, 3, 4],
  [
    2,
    3,
    1,
  ],
  [3, 2, 2],
  [2, 1, 3],
] as const;

/** Chains whose contexts all come to token 0, so that their stationary law is unique. */
const chains = fc.constantFrom(...shapes).chain(([order, states, length]) =>
  fc.array(arbitraryMasses(states), { minLength: states ** order, maxLength: states ** order })
    .map((rows) =>
      chainOf(
        rows.map((row) => row.map((mass, y) => 0.75 * mass + (y === 0 ? 0.25 : 0))),
        { length, order },
      )
    )
);

/** Masses of the tokens from `first` to `last`, by their text. */
function windowMasses(law: HigherOrderChain, first: number, last: number): Map<string, number> {
  const masses = new Map<string, number>();
  for (const tokens of sequences(law.length, law.vocabularySize)) {
    const mass = Math.exp(law.logProbability(Int32Array.from(tokens)));
    const key = tokens.slice(first, last).join();
    masses.set(key, (masses.get(key) ?? 0) + mass);
  }
  return masses;
}

Deno.test("a chain of any order is the one law with its transitions whose windows are alike", () => {
  fc.assert(
    fc.property(chains, (law) => {
      const { length, vocabularySize: states, transitions: { order, values } } = law;
      const window = Math.min(order, length - 1);
      assertClose(windowMasses(law, 0, 0).get("")!, 1, { relative: 1e-13 });
      for (let i = 1; i + window <= length; i++) {
        const here = windowMasses(law, i, i + window);
        windowMasses(law, 0, window).forEach((mass, key) =>
          assertClose(here.get(key)!, mass, { absolute: 1e-14, relative: 1e-12 })
        );
      }
      if (length <= order) return;
      const before = windowMasses(law, 0, order);
      windowMasses(law, 0, order + 1).forEach((mass, key) => {
        const tokens = Int32Array.from(key.split(","), Number);
        const expected = before.get(tokens.slice(0, order).join())! *
          values[cellOfSequence(tokens, states)]!;
        assertClose(mass, expected, { relative: 1e-12 });
      });
    }),
    { seed: 20260601, numRuns: 50 },
  );
});

Deno.test("a chain of any order has the conditionals of enumeration, whatever is revealed", () => {
  let compared = 0;
  let impossible = 0;
  fc.assert(
    fc.property(chains, (law) => {
      const count = assertEnumeratedConditionals(law, { relative: 1e-11 });
      compared += count.compared;
      impossible += count.impossible;
      // A rare rival that is lost, or an impossible state: nothing else leaves a row undefined.
      strictEqual(count.undefinedRows, count.impossible);
    }),
    { seed: 20260602, numRuns: 50 },
  );
  ok(
    compared > 5000 && impossible > 1000,
    `${compared} rows, ${impossible} of impossible states`,
  );
});

Deno.test("the test of conditionals refuses those of the nearest revealed tokens alone", () => {
  const law = chainOf(nine, { length: 4, order: 2 });
  strictEqual(assertEnumeratedConditionals(law, { relative: 1e-12 }).undefinedRows > 0, true);
  // The order-1 chain with the same pairs of neighbours.
  const pairs = windowMasses(law, 0, 2);
  const rows = [0, 1, 2].map((x) => {
    const row = [0, 1, 2].map((y) => pairs.get(`${x},${y}`)!);
    const total = row.reduce((sum, mass) => sum + mass);
    return row.map((mass) => mass / total);
  });
  const nearest = markovChain({ length: 4, transitions: transitionMatrix(rows) });
  throws(() =>
    assertEnumeratedConditionals({
      length: 4,
      vocabularySize: 3,
      logProbability: (tokens) => law.logProbability(tokens),
      conditionals: (revealed, positions, out) => nearest.conditionals(revealed, positions, out),
    }, { relative: 1e-2 }), { name: "AssertionError" });
});

const weather = [[0.7, 0.2, 0.1], [0.1, 0.1, 0.8], [0.45, 0.5, 0.05]];

Deno.test("a chain that ignores all but one token of its contexts is the chain of order 1", () => {
  const length = 40;
  const first = markovChain({ length, transitions: transitionMatrix(weather) });
  const streams = streamFamily({ seed: 91, cell: "order 1", purpose: "states" });
  for (const order of [1, 2, 3]) {
    const rows = Array.from({ length: 3 ** order }, (_, context) => weather[context % 3]!);
    const law = chainOf(rows, { length, order });
    const tokens = new Int32Array(length);
    for (let n = 0; n < 40; n++) {
      const stream = streams.at(n);
      first.draw(stream, tokens);
      assertClose(law.logProbability(tokens), first.logProbability(tokens), { relative: 1e-13 });
      const positions = Int32Array.from(drawSubset(length, 1 + n % length, stream));
      const state = tokens.slice();
      for (const position of positions) state[position] = MASK;
      const expected = new Float64Array(3 * positions.length);
      const rows = expected.slice();
      first.conditionals(state, positions, expected);
      strictEqual(law.conditionals(state, positions, rows), 0);
      rows.forEach((mass, i) => assertClose(mass, expected[i]!, { absolute: 1e-14 }));
    }
  }
});

Deno.test("a long chain keeps its conditionals: nothing underflows, and what is far is forgotten", () => {
  const length = 4000;
  const law = chainOf(nine, { length, order: 2 });
  const tokens = new Int32Array(length);
  law.draw(streamFamily({ seed: 92, cell: "long", purpose: "draws" }).at(0), tokens);
  // Far beyond the least double, ln 5e-324 = -745.
  ok(law.logProbability(tokens) < -2000);
  const at = 2001;
  const row = new Float64Array(3);
  strictEqual(law.conditionals(tokens.with(at, MASK), Int32Array.of(at), row), 0);
  const [a, b, , c, d] = tokens.slice(at - 2, at + 3) as unknown as number[];
  const step = (x: number, y: number, z: number): number => nine[3 * x + y]![z]!;
  const masses = [0, 1, 2].map((y) => step(a!, b!, y) * step(b!, y, c!) * step(y, c!, d!));
  const total = masses.reduce((sum, mass) => sum + mass);
  row.forEach((mass, y) => assertClose(mass, masses[y]! / total, { relative: 1e-13 }));

  const ends = new Int32Array(length).fill(MASK);
  ends[0] = tokens[0]!;
  ends[length - 1] = tokens[length - 1]!;
  law.conditionals(ends, Int32Array.of(at), row);
  const alone = new Float64Array(3);
  law.conditionals(new Int32Array(length).fill(MASK), Int32Array.of(at), alone);
  row.forEach((mass, y) => assertClose(mass, alone[y]!, { relative: 1e-12 }));
});

Deno.test("a chain of order 2 answers for a position as often as it is asked", () => {
  const law = chainOf(nine, { length: 5, order: 2 });
  const state = Int32Array.of(MASK, 1, MASK, MASK, 0);
  const rows = new Float64Array(12);
  law.conditionals(state, Int32Array.of(3, 0, 3, 0), rows);
  const once = new Float64Array(6);
  law.conditionals(state, Int32Array.of(0, 3), once);
  strictEqual(
    rows.join(),
    [...once.subarray(3), ...once.subarray(0, 3)].join().concat(
      ",",
      [
        ...once.subarray(3),
        ...once.subarray(0, 3),
      ].join(),
    ),
  );
});

Deno.test("entropy() of a chain of any order is that of its sequences", () => {
  fc.assert(
    fc.property(chains, (law) => {
      const everywhere = Array.from({ length: law.length }, (_, i) => i);
      assertClose(law.entropy(), new NaiveLaw(law).entropy(everywhere), { absolute: 1e-13 });
    }),
    { seed: 20260603, numRuns: 50 },
  );
});

Deno.test("a chain of order 2 draws by its probabilities, also sequences shorter than a context", () => {
  for (const length of [1, 4]) {
    const law = chainOf(nine, { length, order: 2 });
    const masses = [...sequences(length, 3)].map((tokens) =>
      Math.exp(law.logProbability(Int32Array.from(tokens)))
    );
    const streams = streamFamily({ seed: 93, cell: `length ${length}`, purpose: "draws" });
    const out = new Int32Array(length);
    const draw = (sample: number): number => {
      law.draw(streams.at(sample), out);
      return cellOfSequence(out, 3);
    };
    assertDrawnFrom(masses, { draws: 20_000, draw });
  }
});

Deno.test("a chain of order 2 refuses what is no chain, and states that are not of it", () => {
  const law = chainOf(nine, { length: 3, order: 2 });
  const row = new Float64Array(3);
  throws(() => law.conditionals(Int32Array.of(0, 1), Int32Array.of(0), row), /must have 3 tokens/);
  throws(
    () => law.conditionals(Int32Array.of(0, 1, MASK), Int32Array.of(1), row),
    /its position must be masked, got position 1 that holds 1/,
  );
  throws(() => law.logProbability(Int32Array.of(0, 1, 3)), /tokens must be from 0 to 2, got 3/);
  throws(() => chainOf(nine, { length: 0, order: 2 }), /length must be an integer from 1/);
  throws(() => chainOf([...nine, ...nine, ...nine], { length: 2 ** 22, order: 3 }), {
    name: "RangeError",
    message:
      "Cannot make a chain: length times contexts must be at most 67108864, got 4194304 x 27",
  });
  // 00 and 11 stay for ever.
  const apart = [[1, 0], [0.5, 0.5], [0.5, 0.5], [0, 1]];
  throws(() => chainOf(apart, { length: 3, order: 2 }), {
    name: "RangeError",
    message:
      "Cannot start a chain from its stationary law: its contexts must have one recurrent class, got several",
  });
});
