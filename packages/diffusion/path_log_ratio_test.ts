import { ok, strictEqual, throws } from "node:assert/strict";
import { copies, JointTable } from "@unmask/information";
import {
  arbitraryCase,
  assertClose,
  buildSource,
  NaiveLaw,
  naivePathError,
  orderedPartitions,
  sequences,
} from "@unmask/testing";
import fc from "fast-check";
import { exactPredictor, type MaskPredictor } from "./mask_predictor.ts";
import { pathLogRatio } from "./path_log_ratio.ts";

Deno.test("pathLogRatio() is that of a hand", () => {
  const law = JointTable.fromWeights([1, 2, 3, 4], { length: 2, vocabularySize: 2 });
  const predictor = exactPredictor(law);
  const tokens = Int32Array.of(1, 0);
  // Together: ln 0.3 - ln 0.7 - ln 0.4. One by one: ln 0.3 - ln 0.7 - ln(3/7) = 0.
  const together = pathLogRatio(law, { predictor, tokens, order: [Int32Array.of(0, 1)] });
  assertClose(together, Math.log(0.3 / 0.28), { absolute: 1e-15 });
  const order = [Int32Array.of(0), Int32Array.of(1)];
  assertClose(pathLogRatio(law, { predictor, tokens, order }), 0, { absolute: 1e-15 });
});

Deno.test("the mean of pathLogRatio() over the law and all orders is the path error", () => {
  let cases = 0;
  fc.assert(
    fc.property(arbitraryCase(), ({ source, sizes }) => {
      const law = buildSource(source);
      const predictor = exactPredictor(law);
      const orders = [...orderedPartitions(sizes)];
      let mean = 0;
      for (const digits of sequences(law.length, law.vocabularySize)) {
        const tokens = Int32Array.from(digits);
        const mass = Math.exp(law.logProbability(tokens));
        if (mass === 0) continue;
        for (const order of orders) {
          mean += mass / orders.length * pathLogRatio(law, { predictor, tokens, order });
        }
      }
      const expected = naivePathError(new NaiveLaw(law).curve(), sizes);
      assertClose(mean, expected, { absolute: 1e-12 });
      cases++;
    }),
    { seed: 141, numRuns: 100 },
  );
  ok(cases === 100);
});

Deno.test("pathLogRatio() is infinite when the predictor excludes a token", () => {
  const stubborn: MaskPredictor = {
    length: 2,
    vocabularySize: 2,
    predict(_state, positions, out): void {
      for (let row = 0; row < positions.length; row++) out.set([1, 0], 2 * row);
    },
  };
  const law = copies({ length: 2, vocabularySize: 2 });
  const order = [Int32Array.of(0, 1)];
  const options = { predictor: stubborn, order };
  strictEqual(pathLogRatio(law, { ...options, tokens: Int32Array.of(1, 1) }), Infinity);
  strictEqual(pathLogRatio(law, { ...options, tokens: Int32Array.of(0, 0) }), -Math.LN2);
});

Deno.test("pathLogRatio() refuses orders, sequences and predictors of another space", () => {
  const law = copies({ length: 2, vocabularySize: 2 });
  const predictor = exactPredictor(law);
  const tokens = Int32Array.of(0, 0);
  throws(() => pathLogRatio(law, { predictor, tokens, order: [Int32Array.of(0)] }), /reveal 2/);
  throws(
    () =>
      pathLogRatio(law, { predictor, tokens: Int32Array.of(0, 2), order: [Int32Array.of(0, 1)] }),
    /tokens must be from 0 to 1, got 2/,
  );
  const other = exactPredictor(copies({ length: 2, vocabularySize: 3 }));
  throws(
    () => pathLogRatio(law, { predictor: other, tokens, order: [Int32Array.of(0, 1)] }),
    /length and vocabulary must be 2 and 2, got 2 and 3/,
  );
});
