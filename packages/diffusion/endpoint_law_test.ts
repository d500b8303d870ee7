import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { copies, JointTable } from "@unmask/information";
import {
  arbitraryCase,
  assertClose,
  assertReference,
  buildableCases,
  buildSource,
  NaiveLaw,
  orderedPartitions,
  serialOutputLaw,
} from "@unmask/testing";
import fc from "fast-check";
import { endpointError } from "./endpoint_error.ts";
import { endpointCost, endpointLaw, outputLaw } from "./endpoint_law.ts";
import { exactPredictor, type MaskPredictor } from "./mask_predictor.ts";
import type { UnmaskingOrder } from "./unmasking_order.ts";

Deno.test("endpointError() is that of every schedule of every reference case small enough", async () => {
  const cases = await buildableCases(["potts-chain", "table", "markov-chain"]);
  let schedules = 0;
  let withoutReference = 0;
  for (const reference of cases) {
    const law = buildSource(reference.source);
    const predictor = exactPredictor(law);
    for (const { sizes, endpointError: expected } of reference.schedules) {
      if (expected === undefined) {
        withoutReference++;
        continue;
      }
      assertReference(endpointError(law, { predictor, sizes }), expected);
      schedules++;
    }
  }
  deepStrictEqual({ schedules, withoutReference }, { schedules: 33, withoutReference: 2 });
});

/** Two pairs of tied fair bits: x_1 = x_2 and x_3 = x_4. */
const pairs = JointTable.fromWeights(
  Array.from({ length: 16 }, (_, cell) => [0, 3, 12, 15].includes(cell) ? 1 : 0),
  { length: 4, vocabularySize: 2 },
);

/** Mean over all orders of the divergence of the law from the law of the output in that order. */
function meanDivergence(sizes: readonly number[], law: typeof outputLaw): number {
  const naive = new NaiveLaw(pairs);
  const divergences = [...orderedPartitions(sizes)].map((order) =>
    naive.divergenceFrom(law(exactPredictor(pairs), { order }), 2)
  );
  return divergences.reduce((a, b) => a + b) / divergences.length;
}

Deno.test("two tied pairs tell endpoint error from path error, as by hand", () => {
  const byHand: readonly [number[], number, number][] = [
    // Both pairs are always drawn untied: 1/16 for 1/4.
    [[4], Math.log(4), Math.log(4)],
    // A third of the orders draws both pairs untied, the others none: q = (2/3)/4 + (1/3)/16 = 3/16.
    [[2, 2], Math.log(4) / 3, Math.log(4 / 3)],
    // Three tokens always hold one whole pair.
    [[3, 1], Math.LN2, Math.LN2],
    [[1, 3], Math.LN2, Math.LN2],
    // A third of the orders draws the second pair untied: q = (2/3)/4 + (1/3)/8 = 5/24.
    [[1, 2, 1], Math.LN2 / 3, Math.log(6 / 5)],
    [[1, 1, 1, 1], 0, 0],
  ];
  const predictor = exactPredictor(pairs);
  for (const [sizes, path, endpoint] of byHand) {
    assertClose(meanDivergence(sizes, outputLaw), path, { absolute: 1e-15 });
    assertClose(endpointError(pairs, { predictor, sizes }), endpoint, { absolute: 1e-15 });
  }
});

Deno.test("a serial fill of the same orders has error 0: it would pass any test of parallel sampling", () => {
  for (const sizes of [[4], [2, 2], [3, 1]]) {
    assertClose(meanDivergence(sizes, serialOutputLaw), 0, { absolute: 1e-15 });
    ok(meanDivergence(sizes, outputLaw) > 0.4);
  }
});

Deno.test("endpointLaw() is the mean of outputLaw() over the ordered partitions, each a law", () => {
  fc.assert(
    fc.property(arbitraryCase(), ({ source, sizes }) => {
      const predictor = exactPredictor(buildSource(source));
      const orders = [...orderedPartitions(sizes)];
      const laws = orders.map((order) => outputLaw(predictor, { order }));
      for (const law of laws) assertClose(law.reduce((a, b) => a + b), 1, { relative: 1e-13 });
      endpointLaw(predictor, { sizes }).forEach((mass, cell) => {
        const mean = laws.reduce((sum, law) => sum + law[cell]!, 0) / orders.length;
        assertClose(mass, mean, { relative: 1e-13, absolute: 1e-300 });
      });
    }),
    { seed: 131, numRuns: 100 },
  );
});

Deno.test("outputLaw() does not depend on the order within a set", () => {
  const predictor = exactPredictor(
    buildSource({ kind: "potts-chain", length: 4, states: 2, coupling: 1 }),
  );
  const lawOf = (order: UnmaskingOrder): number[] => [...outputLaw(predictor, { order })];
  deepStrictEqual(
    lawOf([Int32Array.of(3, 0), Int32Array.of(2, 1)]),
    lawOf([Int32Array.of(0, 3), Int32Array.of(1, 2)]),
  );
});

Deno.test("endpointError() is infinite when the predictor excludes what the law has", () => {
  const law = copies({ length: 2, vocabularySize: 2 });
  const stubborn: MaskPredictor = {
    length: 2,
    vocabularySize: 2,
    predict(_state, positions, out): void {
      for (let row = 0; row < positions.length; row++) out.set([1, 0], 2 * row);
    },
  };
  strictEqual(endpointError(law, { predictor: stubborn, sizes: [2] }), Infinity);
});

Deno.test("endpointCost() is that of a hand, and answers at once for any length", () => {
  // (K+1)^L = 9 states; [1, 1]: 2 sets of 2 values, then 2 * 1 sets of 4 values.
  strictEqual(endpointCost({ length: 2, vocabularySize: 2 }, [1, 1]), 9 + 2 * 2 + 2 * 4);
  strictEqual(endpointCost({ length: 2, vocabularySize: 2 }, [2]), 9 + 4);
  // 4!/(1! 2! 1!) = 12 ways to hold 1 and reveal 2.
  strictEqual(
    endpointCost({ length: 4, vocabularySize: 3 }, [1, 2, 1]),
    4 ** 4 + 4 * 3 + 12 * 27 + 4 * 81,
  );
  const long = 2 ** 22;
  const ones = new Array<number>(long).fill(1);
  strictEqual(endpointCost({ length: long, vocabularySize: 2 }, ones), Infinity);
  throws(() => endpointCost({ length: 3, vocabularySize: 2 }, [1, 1]), /must sum to the length 3/);
});

Deno.test("the enumerations refuse costs above their limit, orders that are none, other spaces", () => {
  const long = exactPredictor(
    buildSource({ kind: "potts-chain", length: 16, states: 2, coupling: 1 }),
  );
  const refused = {
    name: "RangeError",
    message: "Cannot enumerate the sampler's law: its cost must be at most 16777216, got 43046721",
  };
  throws(() => endpointLaw(long, { sizes: [8, 8] }), refused);
  throws(() => outputLaw(long, { order: [Int32Array.from({ length: 16 }, (_, i) => i)] }), refused);
  const predictor = exactPredictor(pairs);
  throws(
    () => outputLaw(predictor, { order: [Int32Array.of(0, 1), Int32Array.of(1, 2)] }),
    /must occur once, got 1 in iteration 1/,
  );
  throws(
    () => endpointError(copies({ length: 3, vocabularySize: 2 }), { predictor, sizes: [4] }),
    /length and vocabulary must be 3 and 2, got 4 and 2/,
  );
});
