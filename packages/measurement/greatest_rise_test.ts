import { ok, strictEqual } from "node:assert/strict";
import { drawNormals, streamFamily } from "@unmask/random";
import { greatestRise } from "./greatest_rise.ts";
import { type ModelCurve, modelCurve } from "./model_curve.ts";

const streams = streamFamily({ seed: 6, cell: "rises", purpose: "test" });

function curveOf(f: (k: number) => number, noise: number, stream = 0): ModelCurve {
  const xi = drawNormals(30 * 40, streams.at(stream));
  const counts = Int32Array.from({ length: 30 }, (_, k) => k);
  return modelCurve(xi.map((x, i) => f(i % 30) + noise * x), { length: 30, counts, draws: 1 });
}

Deno.test("greatestRise() finds a rise that noise does not explain", () => {
  const found = greatestRise(curveOf((k) => 2 + Math.abs(k - 10) / 20, 0.3))!;
  ok(Math.abs(found.from - 10) <= 4 && found.to >= 25);
  ok(found.rise.mean > 0.5 && found.rise.mean > 5 * found.rise.standardError);
  strictEqual(greatestRise(curveOf((k) => 2 + k / 100, 0))!.to, 29);
});

Deno.test("greatestRise() finds none in curves that fall or are flat, whatever the noise", () => {
  strictEqual(greatestRise(curveOf(() => 2, 0)), undefined);
  // Of 435 pairs a flat curve has, one of t with 39 degrees of freedom above 5 in 1 of 400 at most.
  for (let stream = 0; stream < 5; stream++) {
    strictEqual(greatestRise(curveOf(() => 2, 0.3, stream)), undefined);
    strictEqual(greatestRise(curveOf((k) => 2 - k / 100, 0.3, stream)), undefined);
  }
});
