import { strictEqual, throws } from "node:assert/strict";
import { curveMeasures } from "./curve_measures.ts";
import { product } from "./product.ts";
import { LENGTH_LIMIT } from "./sequence_space.ts";
import { MASK } from "./source.ts";

Deno.test("product() has no correlation at any length", () => {
  for (const length of [1, 2, 1000, LENGTH_LIMIT]) {
    const measures = curveMeasures(product({ length, vocabularySize: 7 }).informationCurve());
    strictEqual(measures.totalMutualInformation, 0);
    strictEqual(measures.totalCorrelation, 0);
  }
});

Deno.test("product() refuses bad shapes, sequences and positions", () => {
  throws(() => product({ length: 0, vocabularySize: 2 }), {
    name: "RangeError",
    message: "Cannot make independent tokens: length must be an integer from 1 to 4194304, got 0",
  });
  throws(
    () => product({ length: 2, vocabularySize: NaN }),
    /vocabulary size must be an integer from 1 to 4194304, got NaN/,
  );
  const law = product({ length: 2, vocabularySize: 2 });
  throws(() => law.logProbability(Int32Array.of(0, 2)), /tokens must be from 0 to 1, got 2/);
  throws(() => law.subsetEntropy([0, 0]), /each must occur once/);
  const row = new Float64Array(2);
  throws(() => law.conditionals(Int32Array.of(0, MASK), Int32Array.of(0), row), /must be masked/);
});
