import { deepStrictEqual, doesNotThrow, notDeepStrictEqual, ok, throws } from "node:assert/strict";
import { MASK } from "@unmask/information";
import { assertClose } from "@unmask/testing";
import { mean, standardDeviation } from "simple-statistics";
import type { MaskPredictor } from "./mask_predictor.ts";
import { noisyLogits } from "./noisy_logits.ts";

const base: MaskPredictor = {
  length: 4,
  vocabularySize: 3,
  predict: (_state, positions, out) => positions.forEach((_, i) => out.set([0.5, 0.5, 0], 3 * i)),
};

function rowsOf(
  predictor: MaskPredictor,
  state: number[],
  positions: number[],
): number[] {
  const out = new Float64Array(3 * positions.length);
  predictor.predict(Int32Array.from(state), Int32Array.from(positions), out);
  return [...out];
}

const first = [MASK, 1, MASK, MASK];
const second = [MASK, 0, MASK, MASK];

Deno.test("noisyLogits() answers the same at the same state, whatever was asked before", () => {
  const options = { scale: 1, seed: 7 };
  const asked = noisyLogits(base, options);
  const here = rowsOf(asked, first, [0, 2]);
  const there = rowsOf(asked, second, [0, 2]);
  notDeepStrictEqual(here, there);
  deepStrictEqual(rowsOf(asked, first, [2, 0]), [...here.slice(3), ...here.slice(0, 3)]);
  deepStrictEqual(rowsOf(noisyLogits(base, options), second, [0, 2]), there);
  deepStrictEqual(rowsOf(noisyLogits(base, options), first, [0]), here.slice(0, 3));
});

Deno.test("noisyLogits() differs between positions, states and seeds", () => {
  const rows = [
    rowsOf(noisyLogits(base, { scale: 1, seed: 7 }), first, [0]),
    rowsOf(noisyLogits(base, { scale: 1, seed: 7 }), first, [2]),
    rowsOf(noisyLogits(base, { scale: 1, seed: 7 }), second, [0]),
    rowsOf(noisyLogits(base, { scale: 1, seed: 2 ** 32 - 1 }), first, [0]),
    rowsOf(noisyLogits(base, { scale: 1, seed: Number.MAX_SAFE_INTEGER }), first, [0]),
  ];
  deepStrictEqual(new Set(rows.map((row) => row[0])).size, rows.length);
});

Deno.test("the log-odds of two equal tokens have standard deviation sqrt(2) scale", () => {
  // 4000 states: the standard error of a deviation is 1/sqrt(8000) of it, and a seed passes for good.
  const scale = 0.3;
  const predictor = noisyLogits(base, { scale, seed: 11 });
  const logOdds = Array.from({ length: 4000 }, (_, n) => {
    const state = [MASK, n % 3, Math.floor(n / 3) % 3, MASK];
    const [a, b] = rowsOf(noisyLogits(base, { scale, seed: n }), state, [n % 2 === 0 ? 0 : 3]);
    return Math.log(a! / b!);
  });
  assertClose(standardDeviation(logOdds), Math.SQRT2 * scale, { relative: 4 / Math.sqrt(8000) });
  assertClose(mean(logOdds), 0, { absolute: 4 * Math.SQRT2 * scale / Math.sqrt(4000) });
  ok(rowsOf(predictor, first, [0])[0]! > 0);
});

Deno.test("noisyLogits() stays a law at any scale, and keeps what is impossible", () => {
  for (const scale of [0, 1e-300, 1, 1000, 1e300]) {
    const row = rowsOf(noisyLogits(base, { scale, seed: 3 }), first, [3]);
    assertClose(row[0]! + row[1]!, 1, { absolute: 1e-15 });
    deepStrictEqual(row[2], 0);
  }
  deepStrictEqual(rowsOf(noisyLogits(base, { scale: 0, seed: 3 }), first, [3]), [0.5, 0.5, 0]);
});

Deno.test("noisyLogits() refuses scales and seeds that are none", () => {
  for (const scale of [-1, NaN, Infinity]) {
    throws(() => noisyLogits(base, { scale, seed: 0 }), {
      name: "RangeError",
      message: `Cannot add noise to a predictor: scale must be from 0 to 1e+300, got ${scale}`,
    });
  }
  for (const seed of [-1, 0.5, NaN, 2 ** 53]) {
    throws(() => noisyLogits(base, { scale: 1, seed }), RangeError);
  }
  doesNotThrow(() => noisyLogits(base, { scale: 1, seed: 2 ** 53 - 1 }));
});
