import { deepStrictEqual, strictEqual } from "node:assert/strict";
import type { LogProbability } from "@unmask/information";
import { assertClose } from "./close.ts";
import { NaiveLaw, naivePathError, sequences } from "./naive.ts";

/** Parity of two fair bits, by its definition: nothing of the package under test. */
const parity: LogProbability = {
  length: 3,
  vocabularySize: 2,
  logProbability: ([a, b, c]) => (a! ^ b!) === c! ? -2 * Math.LN2 : -Infinity,
};

const rounding = { absolute: 1e-15 };

Deno.test("sequences() are all K^L, last token fastest", () => {
  deepStrictEqual([...sequences(2, 2)], [[0, 0], [0, 1], [1, 0], [1, 1]]);
  deepStrictEqual([...sequences(0, 5)], [[]]);
  strictEqual([...sequences(3, 4)].length, 64);
});

Deno.test("NaiveLaw has the entropies of parity as by hand", () => {
  const law = new NaiveLaw(parity);
  assertClose(law.entropy([]), 0, rounding);
  assertClose(law.entropy([1]), Math.LN2, rounding);
  assertClose(law.entropy([0, 2]), 2 * Math.LN2, rounding);
  assertClose(law.entropy([0, 1, 2]), 2 * Math.LN2, rounding);
  law.meanEntropies().forEach((value, k) => {
    assertClose(value, [0, 1, 2, 2][k]! * Math.LN2, rounding);
  });
  law.curve().forEach((value, k) => assertClose(value, [1, 1, 0][k]! * Math.LN2, rounding));
  law.tokenMutualInformation().forEach((value) => assertClose(value, Math.LN2, rounding));
});

Deno.test("NaiveLaw has the divergence of parity from three fair bits, and from a law without it", () => {
  const law = new NaiveLaw(parity);
  assertClose(law.divergenceFrom(new Float64Array(8).fill(1 / 8), 2), Math.LN2, rounding);
  strictEqual(law.divergenceFrom([0, 1, 0, 0, 0, 0, 0, 0], 2), Infinity);
});

Deno.test("naivePathError() is the staircase above the curve, as by hand", () => {
  const curve = [2, 1.5, 1.5, 0.25]; // sums to 5.25
  strictEqual(naivePathError(curve, [4]), 8 - 5.25);
  strictEqual(naivePathError(curve, [2, 2]), 4 + 3 - 5.25);
  strictEqual(naivePathError(curve, [1, 1, 1, 1]), 0);
});
