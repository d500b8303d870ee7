import { ok, strictEqual } from "node:assert/strict";
import { drawNormals, streamFamily } from "@unmask/random";
import { modelCurve } from "./model_curve.ts";
import { ownNoise } from "./own_noise.ts";

Deno.test("ownNoise() finds the noise of each count beneath what sequences share", () => {
  const streams = streamFamily({ seed: 4, cell: "own noise", purpose: "test" });
  const counts = Int32Array.of(0, 1, 3, 6, 10);
  const sequences = 4000;
  const own = drawNormals(sequences * 5, streams.at(0));
  const shared = drawNormals(2 * sequences, streams.at(1));
  const bySequence = own.map((xi, i) => {
    const n = Math.floor(i / 5);
    const k = counts[i % 5]!;
    // A level and a slope of its own for every sequence, and a bend for all.
    return 5 - k * k / 50 + 2 * shared[2 * n]! + 0.1 * k * shared[2 * n + 1]! + 0.1 * xi;
  });
  const curve = modelCurve(bySequence, { length: 11, counts, draws: 1 });
  const expected = 0.1 / Math.sqrt(sequences);
  for (const error of ownNoise(curve)) {
    // The relative standard error is 1/sqrt(8000), so 5% are beyond 4 of them.
    ok(Math.abs(error / expected - 1) < 0.05);
  }
  ok(curve.standardErrors.every((error) => error > 10 * expected));
});

Deno.test("ownNoise() of two counts is none", () => {
  const curve = modelCurve(Float64Array.of(2, 1, 3, 1), {
    length: 2,
    counts: Int32Array.of(0, 1),
    draws: 1,
  });
  strictEqual(ownNoise(curve).join(), "0,0");
});
