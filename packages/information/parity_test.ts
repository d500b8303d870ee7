import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { curveMeasures } from "./curve_measures.ts";
import { parity } from "./parity.ts";
import { LENGTH_LIMIT, VOCABULARY_LIMIT } from "./sequence_space.ts";
import { MASK } from "./source.ts";

Deno.test("parity() has TC = ln K and DTC = (L-1) ln K at any length", () => {
  for (const [length, states] of [[2, 2], [3, 10], [64, 27], [LENGTH_LIMIT, 3]] as const) {
    const bit = Math.log(states);
    const measures = curveMeasures(parity({ length, vocabularySize: states }).informationCurve());
    assertClose(measures.totalCorrelation, bit, { relative: 1e-15 });
    assertClose(measures.dualTotalCorrelation, (length - 1) * bit, { relative: 1e-14 });
    assertClose(measures.totalMutualInformation, length * bit, { relative: 1e-15 });
  }
});

Deno.test("parity() of one token is that token 0", () => {
  const law = parity({ length: 1, vocabularySize: 3 });
  strictEqual(law.subsetEntropy([0]), 0);
  strictEqual(law.logProbability(Int32Array.of(0)), 0);
  strictEqual(law.logProbability(Int32Array.of(1)), -Infinity);
  const row = new Float64Array(3);
  strictEqual(law.conditionals(Int32Array.of(MASK), Int32Array.of(0), row), 0);
  deepStrictEqual([...row], [1, 0, 0]);
});

Deno.test("parity() completes the longest sequences of the largest tokens without rounding", () => {
  const law = parity({ length: LENGTH_LIMIT, vocabularySize: VOCABULARY_LIMIT });
  const state = new Int32Array(LENGTH_LIMIT).fill(VOCABULARY_LIMIT - 1);
  state[5] = MASK;
  const row = new Float64Array(VOCABULARY_LIMIT);
  strictEqual(law.conditionals(state, Int32Array.of(5), row), 0);
  // 2^22 - 1 tokens that are -1 modulo K = 2^22, so the last is 2^22 - 1 as well.
  strictEqual(row.indexOf(1), VOCABULARY_LIMIT - 1);
});

Deno.test("parity() refuses bad shapes", () => {
  throws(() => parity({ length: 2, vocabularySize: 0 }), {
    name: "RangeError",
    message:
      "Cannot make a parity law: vocabulary size must be an integer from 1 to 4194304, got 0",
  });
});
