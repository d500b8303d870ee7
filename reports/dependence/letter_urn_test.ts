import { ok, strictEqual } from "node:assert/strict";
import { MASK } from "@unmask/information";
import { drawCategorical, streamFamily } from "@unmask/random";
import { fittedUrn, letterUrn } from "./letter_urn.ts";

const frequencies = Float64Array.of(0.5, 0.3, 0.2);
const streams = streamFamily({ seed: 1, cell: "letter urn", purpose: "test" });

Deno.test("letterUrn() predicts rows that sum to 1, by what is revealed and by nothing else", async () => {
  const model = letterUrn({ length: 4, frequencies, weight: 2 });
  const state = Int32Array.of(2, MASK, 2, MASK);
  const ask = (token: number): Promise<Float64Array> =>
    model.logProbabilities([{
      state,
      positions: Int32Array.of(1, 3),
      tokens: Int32Array.of(token, token),
    }]);
  const rows = await Promise.all([0, 1, 2].map(ask));
  ok(Math.abs(rows.reduce((sum, [score]) => sum + Math.exp(score!), 0) - 1) < 1e-15);
  // (2 * 0.2 + 2) / (2 + 2) by hand.
  ok(Math.abs(Math.exp(rows[2]![1]!) - 0.6) < 1e-15);
});

Deno.test("fittedUrn() trusts the frequencies of independent letters, and not those of one letter a row", () => {
  const independent = Array.from({ length: 200 }, (_, n) => {
    const stream = streams.at(n);
    return Int32Array.from({ length: 32 }, () => drawCategorical(frequencies, stream));
  });
  const copies = Array.from({ length: 200 }, (_, n) => new Int32Array(32).fill(n % 3));
  ok(fittedUrn(frequencies, independent).weight >= 2 ** 10);
  strictEqual(fittedUrn(frequencies, copies).weight, 2 ** 4);
});
