import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { streamFamily } from "@unmask/random";
import { causalBatch, maskedBatch, networkInputs } from "./masked_batch.ts";
import { Windows } from "@unmask/language";
import { windowSampler } from "./window_sampler.ts";

const length = 8;
const source = windowSampler(
  new Windows([Int32Array.from({ length: 100 }, (_, i) => i % 5)], { length }),
  { vocabularySize: 5 },
);
const streams = streamFamily({ seed: 1, cell: "masked batch", purpose: "batches" });

Deno.test("every masked token of a row counts the same, a row as much as another", () => {
  const { inputs, targets, weights } = maskedBatch(source, { rows: 4, stream: streams.at(0) });
  for (let row = 0; row < 4; row++) {
    const places = Array.from({ length }, (_, i) => row * length + i);
    const masked = places.filter((n) => inputs[n] === 5);
    for (const n of places) {
      strictEqual(weights[n], inputs[n] === 5 ? Math.fround(1 / (4 * masked.length)) : 0);
      if (inputs[n] !== 5) strictEqual(inputs[n], targets[n]);
    }
  }
});

Deno.test("revealed counts are uniform on 0 .. L-1, and spread in a batch", () => {
  const counts = new Float64Array(length);
  const rows = 4;
  for (let n = 0; n < 2000; n++) {
    const { inputs } = maskedBatch(source, { rows, stream: streams.at(n) });
    const revealed = Array.from(
      { length: rows },
      (_, row) => inputs.subarray(row * length, (row + 1) * length).filter((t) => t !== 5).length,
    );
    // One in each quarter of 0 .. 7.
    deepStrictEqual(revealed.map((k) => Math.floor(k / 2)), [0, 1, 2, 3]);
    for (const k of revealed) counts[k]! += 1;
  }
  // 2,000 draws in each quarter, binomial with half: 6 standard deviations, false alarm 2e-9 a count.
  for (const count of counts) ok(Math.abs(count - 1000) < 6 * Math.sqrt(500), `${counts}`);
});

Deno.test("every position is masked as often as another, whatever the number of masked ones", () => {
  const rows = 4;
  const masked = new Float64Array(rows * length);
  const draws = 4000;
  const counts = new Float64Array(rows);
  for (let n = 0; n < draws; n++) {
    const { inputs } = maskedBatch(source, { rows, stream: streams.at(10_000 + n) });
    inputs.forEach((token, place) => {
      if (token !== 5) return;
      masked[place]! += 1;
      counts[Math.floor(place / length)]! += 1;
    });
  }
  // Binomial at each of 32 places: 6 standard deviations, false alarm 6e-8 in all.
  masked.forEach((count, place) => {
    const share = counts[Math.floor(place / length)]! / (draws * length);
    const spread = Math.sqrt(draws * share * (1 - share));
    ok(Math.abs(count - draws * share) < 6 * spread, `place ${place}: ${count}`);
  });
});

Deno.test("an autoregressive batch shows each token what is before it", () => {
  const { inputs, targets, weights } = causalBatch(source, { rows: 2, stream: streams.at(7) });
  for (const row of [0, 1]) {
    const from = row * length;
    strictEqual(inputs[from], 5);
    deepStrictEqual(
      inputs.slice(from + 1, from + length),
      targets.slice(from, from + length - 1),
    );
  }
  ok(weights.every((weight) => weight === Math.fround(1 / 16)));
});

Deno.test("the mask is the token after the last", () => {
  deepStrictEqual(networkInputs(Int32Array.of(3, -1, 0), 5), Int32Array.of(3, 5, 0));
});
