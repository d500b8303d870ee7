import { strictEqual } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { confidence, margin, negativeEntropy } from "./token_score.ts";

Deno.test("scores of a row are those of a hand", () => {
  const row = Float64Array.of(0.25, 0.625, 0.125);
  strictEqual(confidence.of(row), 0.625);
  strictEqual(margin.of(row), 0.375);
  const entropy = Math.log(4) / 4 + 0.625 * Math.log(1.6) + Math.log(8) / 8;
  assertClose(negativeEntropy.of(row), -entropy, { absolute: 1e-15 });
});

Deno.test("scores of certain, even and lone tokens are exact", () => {
  const rows = [[1, 0], [0, 1], [0.5, 0.5], [1]].map((row) => Float64Array.from(row));
  const expected = [[1, 1, 0], [1, 1, 0], [0.5, 0, -Math.LN2], [1, 1, 0]];
  rows.forEach((row, n) => {
    strictEqual(confidence.of(row), expected[n]![0]);
    strictEqual(margin.of(row), expected[n]![1]);
    strictEqual(negativeEntropy.of(row), expected[n]![2]);
  });
});

Deno.test("a nearly certain token keeps its uncertainty", () => {
  const rare = 1e-14;
  const entropy = -negativeEntropy.of(Float64Array.of(1 - rare, rare));
  // 1 - rare is off by 2^-54.
  assertClose(entropy, rare * (1 - Math.log(rare)), { absolute: 2 ** -53 });
});
