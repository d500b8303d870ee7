import assert from "node:assert/strict";
import { bisectionOrder, exactPredictor, outputLaw, type UnmaskingOrder } from "@unmask/diffusion";
import {
  arbitraryPmf,
  arbitraryTable,
  assertClose,
  buildSource,
  NaiveLaw,
  type SourceSpec,
  testTheorem,
} from "@unmask/testing";
import fc from "fast-check";
import { regressions } from "./regressions.ts";

const shapes = [[1, 2], [2, 3], [3, 3], [4, 2], [4, 3], [5, 2], [6, 2], [7, 2]] as const;

/** Markov chains with any start, stationary or not. */
const chains = fc.constantFrom(...shapes).chain(([length, states]) =>
  fc.tuple(
    fc.array(arbitraryPmf(states), { minLength: states, maxLength: states }),
    arbitraryPmf(states),
  ).map(([transitions, initial]): SourceSpec => ({
    kind: "markov-chain",
    length,
    transitions,
    initial,
  }))
);

/** The same sizes, from left to right. */
function leftToRight(length: number): Int32Array[] {
  let revealed = 0;
  return bisectionOrder(length).map(({ length: size }) => {
    const set = Int32Array.from({ length: size }, (_, i) => revealed + i);
    revealed += size;
    return set;
  });
}

function assertExact(spec: SourceSpec, order: UnmaskingOrder): void {
  const law = buildSource(spec);
  const masses = outputLaw(exactPredictor(law), { order });
  // Each cell is a product of at most 7 conditionals, each a quotient of rounded sums.
  const divergence = new NaiveLaw(law).divergenceFrom(masses, law.vocabularySize);
  assertClose(divergence, 0, { absolute: 1e-12 });
}

testTheorem<SourceSpec>({
  name: "recursive bisection samples a Markov chain exactly, in ceil(log2(L + 1)) iterations",
  arbitrary: chains,
  regressions,
  statement: (spec) => {
    const order = bisectionOrder(spec.length);
    assertExact(spec, order);
    assert.equal(order.length, Math.ceil(Math.log2(spec.length + 1)));
  },
  mutants: {
    "sets of the same sizes from left to right": (spec) =>
      assertExact(spec, leftToRight(spec.length)),
    "bisection read in masking order": (spec) =>
      assertExact(spec, bisectionOrder(spec.length).toReversed()),
    "one iteration less": (spec) => {
      const order = [...bisectionOrder(spec.length)];
      const last = order.pop()!;
      const before = order.pop();
      assertExact(spec, [...order, Int32Array.of(...(before ?? []), ...last)]);
    },
  },
});

testTheorem<SourceSpec>({
  name: "one token an iteration samples any law exactly, in any order of positions",
  arbitrary: arbitraryTable(),
  regressions,
  statement: (spec) =>
    assertExact(
      spec,
      bisectionOrder(spec.length).flatMap((set) => Array.from(set, (i) => Int32Array.of(i))),
    ),
  mutants: {
    "recursive bisection of any law": (spec) => assertExact(spec, bisectionOrder(spec.length)),
  },
});
