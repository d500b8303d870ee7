import { deepStrictEqual, throws } from "node:assert/strict";
import { copies, MASK } from "@unmask/information";
import { assertClose } from "@unmask/testing";
import { exactPredictor } from "./mask_predictor.ts";
import { trainingError } from "./training_error.ts";
import { uniformMixture } from "./uniform_mixture.ts";

const law = copies({ length: 4, vocabularySize: 3 });
const exact = exactPredictor(law);

function rowOf(share: number): number[] {
  const out = new Float64Array(3);
  uniformMixture(exact, { share }).predict(
    Int32Array.of(MASK, 2, MASK, MASK),
    Int32Array.of(3),
    out,
  );
  return [...out];
}

Deno.test("uniformMixture() goes from the predictor at share 0 to the uniform law at share 1", () => {
  deepStrictEqual(rowOf(0), [0, 0, 1]);
  deepStrictEqual(rowOf(0.75), [0.25, 0.25, 0.5]);
  deepStrictEqual(rowOf(1), [1 / 3, 1 / 3, 1 / 3]);
});

Deno.test("a mixture loses ln(1 / (1 - share + share/K)) at each token that copies fix", () => {
  for (const share of [0.01, 0.3, 1]) {
    const predictor = uniformMixture(exact, { share });
    const lost = -Math.log(1 - share + share / 3);
    // Sizes 1, 1, 2: three tokens are fixed by the first; sizes 2, 2: two are.
    const relative = 1e-13;
    assertClose(trainingError(law, { predictor, sizes: [1, 1, 2] }), 3 * lost, { relative });
    assertClose(trainingError(law, { predictor, sizes: [2, 2] }), 2 * lost, { relative });
  }
});

Deno.test("uniformMixture() refuses a share that is none", () => {
  for (const share of [-0.1, 1.1, NaN, Infinity]) {
    throws(() => uniformMixture(exact, { share }), {
      name: "RangeError",
      message: `Cannot mix a predictor: share must be from 0 to 1, got ${share}`,
    });
  }
});
