import { exactPredictor, outputLaw } from "@unmask/diffusion";
import {
  arbitraryCase,
  assertClose,
  buildSource,
  type Case,
  NaiveLaw,
  serialOutputLaw,
  testTheorem,
} from "@unmask/testing";
import fc from "fast-check";
import { EnumeratedLaw } from "./enumerated_law.ts";
import { regressions } from "./regressions.ts";

/** A law, and an order of its positions that the sizes cut into sets. */
interface Partition extends Case {
  readonly positions: readonly number[];
}

const partitions = arbitraryCase().chain((value) => {
  const all = Array.from({ length: value.source.length }, (_, i) => i);
  return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })
    .map((positions) => ({ ...value, positions }));
});

function orderOf({ positions, sizes }: Partition): Int32Array[] {
  let revealed = 0;
  return sizes.map((size) => Int32Array.from(positions.slice(revealed, revealed += size)));
}

/** Divergences of up to 243 cells, each term within a few roundings of a value near 10 nats. */
const tolerance = { absolute: 1e-12, relative: 1e-12 };

function assertError(
  value: Partition,
  formula: (law: EnumeratedLaw, order: Int32Array[]) => number,
  law: typeof outputLaw = outputLaw,
): void {
  const target = buildSource(value.source);
  const order = orderOf(value);
  const masses = law(exactPredictor(target), { order });
  const divergence = new NaiveLaw(target).divergenceFrom(masses, target.vocabularySize);
  assertClose(formula(new EnumeratedLaw(target), order), divergence, tolerance);
}

testTheorem<Partition>({
  name: "a fixed partition's error is sum_t sum_i H(X_i | before) - H(X_D_t | before)",
  arbitrary: partitions,
  regressions,
  statement: (value) => assertError(value, (law, order) => law.partitionError(order)),
  mutants: {
    "a partition read in masking order": (value) =>
      assertError(value, (law, order) => law.partitionError(order.toReversed())),
    "the positions in their own order": (value) =>
      assertError(value, (law) =>
        law.partitionError(
          orderOf({ ...value, positions: value.positions.toSorted((a, b) => a - b) }),
        )),
    "conditioning on nothing": (value) =>
      assertError(
        value,
        (law, order) => order.reduce((sum, set) => sum + law.partitionError([set]), 0),
      ),
    "a serial fill": (value) =>
      assertError(value, (law, order) => law.partitionError(order), serialOutputLaw),
  },
});
