import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { stepCurve, stepLaw } from "./step_curve.ts";

Deno.test("stepLaw() is a code over the least prime field with room for the length", () => {
  const fields = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 24, 26].map((length) =>
    stepLaw({ length, dimension: 1 }).field
  );
  deepStrictEqual(fields, [2, 3, 5, 5, 7, 7, 11, 11, 11, 11, 13, 17, 29, 29]);
  deepStrictEqual(stepLaw({ length: 9, dimension: 4 }), {
    kind: "reed-solomon",
    field: 11,
    length: 9,
    dimension: 4,
  });
  // 2^22 + 15 is the least prime from 2^22 on (GNU coreutils factor 9.1).
  strictEqual(stepLaw({ length: 2 ** 22, dimension: 1 }).field, 2 ** 22 + 15);
});

Deno.test("stepCurve() is 1[j > k] times its height", () => {
  const curve = stepCurve({ length: 5, dimension: 2, height: 0.5 });
  deepStrictEqual([...curve.tokenMutualInformation], [0, 0, 0.5, 0.5, 0.5]);
  deepStrictEqual([...curve.conditionalEntropies], [0.5, 0.5, 0, 0, 0]);
  deepStrictEqual([...stepCurve({ length: 2, dimension: 1 }).tokenMutualInformation], [0, 1]);
});

Deno.test("there is no step outside the sequence", () => {
  for (const make of [stepLaw, stepCurve]) {
    for (const dimension of [0, 4, 1.5, NaN, -1]) {
      throws(() => make({ length: 4, dimension }), /dimension must be an integer from 1 to 3, got/);
    }
    for (const length of [0, 1, 2.5, NaN, Infinity]) {
      throws(() => make({ length, dimension: 1 }), /length must be an integer of at least 2, got/);
    }
  }
  throws(() => stepCurve({ length: 4, dimension: 1, height: -1 }), RangeError);
  throws(() => stepCurve({ length: 4, dimension: 1, height: NaN }), RangeError);
});
