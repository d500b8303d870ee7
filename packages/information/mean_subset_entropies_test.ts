import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { streamFamily } from "@unmask/random";
import { arbitraryPmf, assertClose, NaiveLaw, plainSubsetEntropies } from "@unmask/testing";
import fc from "fast-check";
import { JointTable } from "./joint_table.ts";
import { meanSubsetEntropies, roundingOfMeans } from "./mean_subset_entropies.ts";

Deno.test("meanSubsetEntropies() is the mean over all subsets, enumerated", () => {
  const stream = streamFamily({ seed: 41, cell: "subsets", purpose: "weights" }).at(0);
  for (const [length, states] of [[1, 4], [2, 5], [4, 3], [7, 2], [5, 1]] as const) {
    const weights = Float64Array.from({ length: states ** length }, () => stream.nextDouble());
    const law = JointTable.fromWeights(weights, { length, vocabularySize: states });
    const means = meanSubsetEntropies(law.probabilities, law);
    const expected = new NaiveLaw(law).meanEntropies();
    deepStrictEqual(means.length, expected.length);
    // Subsets of 7 tokens have at most 5 nats.
    expected.forEach((value, k) => assertClose(means[k]!, value, { absolute: 1e-14 }));
  }
});

/** Every mean within this share of itself of what plain loops with `Math.log` give. */
const SHARE = 1e-13;

type Shape = { length: number; vocabularySize: number };

/** Refuses means of which one is further from the plain ones than stated. */
function assertPlain(means: Float64Array, masses: Float64Array, shape: Shape): void {
  const plain = plainSubsetEntropies(masses, shape);
  strictEqual(means.length, plain.length);
  plain.forEach((mean, k) => {
    ok(Math.abs(means[k]! - mean) <= SHARE * mean, `e_${k}: ${means[k]} is not ${mean}`);
  });
}

/** Weights of many kinds, from a stream and the number of the cell. */
const kinds: Readonly<Record<string, (random: number, cell: number) => number>> = {
  uniform: () => 1,
  random: (random) => random,
  peaked: (random) => random ** 30,
  "half zeros": (random) => random < 0.5 ? 0 : random,
  "nearly certain": (random, cell) => cell === 0 ? 1 : 1e-14 * random,
  certain: (_, cell) => cell === 1 ? 1 : 0,
  "certain but for subnormal masses": (random, cell) => cell === 1 ? 1 : 1e-310 * random,
  "with subnormal masses": (random, cell) => cell % 3 === 0 ? 1e-315 * random : random,
};

Deno.test("meanSubsetEntropies() is that of plain loops with Math.log, to 1e-13 of each mean", () => {
  const stream = streamFamily({ seed: 43, cell: "subsets", purpose: "weights" }).at(0);
  // The last two are larger than the workspace.
  const shapes = [
    [1, 1],
    [3, 1],
    [1, 6],
    [9, 2],
    [6, 3],
    [5, 4],
    [4, 5],
    [3, 8],
    [2, 27],
    [7, 5],
    [6, 7],
  ] as const;
  for (const [length, vocabularySize] of shapes) {
    const shape = { length, vocabularySize };
    for (const [kind, weight] of Object.entries(kinds)) {
      if (vocabularySize === 1 && kind !== "uniform") continue;
      const weights = Float64Array.from(
        { length: vocabularySize ** length },
        (_, cell) => weight(stream.nextDouble(), cell),
      );
      const total = weights.reduce((sum, each) => sum + each, 0);
      const masses = weights.map((each) => each / total);
      assertPlain(meanSubsetEntropies(masses, shape), masses, shape);
    }
  }
});

Deno.test("meanSubsetEntropies() is that of plain loops for any law", () => {
  const shape = fc.constantFrom([1, 5], [2, 3], [3, 2], [5, 2], [3, 4], [2, 6]).chain((
    [length, vocabularySize],
  ) =>
    arbitraryPmf(vocabularySize! ** length!).map((masses) => ({
      masses: Float64Array.from(masses),
      shape: { length: length!, vocabularySize: vocabularySize! },
    }))
  );
  fc.assert(fc.property(shape, ({ masses, shape }) => {
    assertPlain(meanSubsetEntropies(masses, shape), masses, shape);
  }));
});

Deno.test("meanSubsetEntropies() of 16 fair bits is k ln 2, though 2^16 terms all round the same way", () => {
  const masses = new Float64Array(2 ** 16).fill(2 ** -16);
  meanSubsetEntropies(masses, { length: 16, vocabularySize: 2 }).forEach((mean, k) => {
    assertClose(mean, k * Math.LN2, { relative: SHARE });
  });
});

Deno.test("means of equal masses, which all round the same way, are within roundingOfMeans()", () => {
  const shapes = [[1, 2], [3, 2], [2, 3], [16, 2], [10, 3], [8, 4], [6, 7], [3, 27], [2, 401]];
  for (const [length, vocabularySize] of shapes as [number, number][]) {
    const shape = { length, vocabularySize };
    const cells = vocabularySize ** length;
    const means = meanSubsetEntropies(new Float64Array(cells).fill(1 / cells), shape);
    const rounding = roundingOfMeans(means, shape);
    const isWithin = (mean: number, k: number): boolean =>
      Math.abs(mean - k * Math.log(vocabularySize)) <= rounding;
    ok(means.every(isWithin), `${cells}`);
    // A mean that is off by twice as much is not.
    strictEqual(isWithin(means[length]! + 2 * rounding, length), false);
  }
});

Deno.test("means that are off by 2e-13 are refused", () => {
  const shape = { length: 3, vocabularySize: 2 };
  const masses = new Float64Array(8).fill(1 / 8);
  const means = meanSubsetEntropies(masses, shape);
  for (const off of [1 - 2e-13, 1 + 2e-13]) {
    throws(() => assertPlain(means.map((mean) => mean * off), masses, shape), /is not/);
  }
});

Deno.test("meanSubsetEntropies() does not see the laws before", () => {
  for (
    const [length, vocabularySize] of [[3, 1], [4, 2], [3, 3], [2, 4], [2, 5], [2, 7]] as const
  ) {
    meanSubsetEntropies(new Float64Array(2 ** 12).fill(2 ** -12), {
      length: 12,
      vocabularySize: 2,
    });
    const masses = new Float64Array(vocabularySize ** length).fill(vocabularySize ** -length);
    meanSubsetEntropies(masses, { length, vocabularySize }).forEach((mean, k) => {
      assertClose(mean, k * Math.log(vocabularySize), { relative: SHARE, absolute: 1e-15 });
    });
  }
});

Deno.test("meanSubsetEntropies() of what is no mass is NaN", () => {
  for (const wrong of [NaN, -0.25]) {
    const masses = Float64Array.of(0.5, wrong, 0.5, 0.25);
    ok(Number.isNaN(meanSubsetEntropies(masses, { length: 2, vocabularySize: 2 })[2]));
  }
});

Deno.test("meanSubsetEntropies() leaves the masses as they are", () => {
  const masses = Float64Array.of(0.25, 0.25, 0.5, 0);
  meanSubsetEntropies(masses, { length: 2, vocabularySize: 2 });
  deepStrictEqual([...masses], [0.25, 0.25, 0.5, 0]);
});

Deno.test("meanSubsetEntropies() refuses a wrong shape, and a cost above its limit", () => {
  throws(() => meanSubsetEntropies(new Float64Array(3), { length: 2, vocabularySize: 2 }), {
    name: "RangeError",
    message: "Cannot compute all subset entropies: masses must be K^L = 2^2, got 3",
  });
  throws(() => meanSubsetEntropies(new Float64Array(1), { length: 31, vocabularySize: 1 }), {
    name: "RangeError",
    message: "Cannot compute all subset entropies: (K+1)^L must be at most 1073741824, got 2^31",
  });
});
