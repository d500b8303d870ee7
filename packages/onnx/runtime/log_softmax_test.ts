import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { logSoftmax, NEVER } from "./log_softmax.ts";

/** Logits of the law 1/7, 2/7, 4/7, moved by a constant that the law does not see. */
const logits = Float32Array.of(30, 30 + Math.log(2), 30 + Math.log(4));

Deno.test("logSoftmax() recovers a law from its logits, to the precision that these have", () => {
  logSoftmax(logits).forEach((score, token) => {
    ok(Math.abs(score - Math.log(2 ** token / 7)) < 4e-6, `${score}`); // an ulp of 30 is 2e-6
  });
});

Deno.test("logSoftmax() is not single-precision: its row sums to 1 to 1e-12 over 50,000 tokens", () => {
  const row = logSoftmax(Float32Array.from({ length: 50_000 }, (_, y) => 10 * Math.sin(y)));
  const sum = row.reduce((total, score) => total + Math.exp(score), 0);
  ok(Math.abs(sum - 1) < 1e-12, `${sum}`);
  // The negative control: in single precision the same sum is further off.
  const single = row.reduce((total, score) => Math.fround(total + Math.fround(Math.exp(score))), 0);
  ok(Math.abs(single - 1) > 1e-12, `${single}`);
});

Deno.test("logSoftmax() renormalises without the tokens that are excluded, which are never predicted", () => {
  const row = logSoftmax(logits, [2]);
  ok(Math.abs(row[1]! - Math.log(2 / 3)) < 4e-6);
  strictEqual(row[2], NEVER);
  strictEqual(Math.exp(row[2]!), 0);
});

Deno.test("logSoftmax() takes logits of minus infinity and of any size for what they are", () => {
  deepStrictEqual(logSoftmax(Float32Array.of(-Infinity, 0)), [NEVER, 0]);
  deepStrictEqual(logSoftmax(Float32Array.of(3e38, -3e38)), [0, NEVER]);
});

Deno.test("logSoftmax() refuses what is no law", () => {
  throws(() => logSoftmax(Float32Array.of(0, NaN)), /logits must be finite, got NaN/);
  throws(() => logSoftmax(Float32Array.of(0, Infinity)), /logits must be finite, got Infinity/);
  throws(() => logSoftmax(Float32Array.of(0, 1), [0, 1]), /some token must be possible/);
});
