import { deepStrictEqual, throws } from "node:assert/strict";
import { streamFamily } from "@unmask/random";
import { assertClose, NaiveLaw } from "@unmask/testing";
import { JointTable } from "./joint_table.ts";
import { meanSubsetEntropies } from "./mean_subset_entropies.ts";

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
  throws(() => meanSubsetEntropies(new Float64Array(1), { length: 29, vocabularySize: 1 }), {
    name: "RangeError",
    message: "Cannot compute all subset entropies: (K+1)^L must be at most 268435456, got 2^29",
  });
});
