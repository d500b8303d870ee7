import { ok, strictEqual, throws } from "node:assert/strict";
import { drawNormals, streamFamily } from "@unmask/random";
import { fitModelCurve } from "./fit_model_curve.ts";
import { type ModelCurve, modelCurve } from "./model_curve.ts";

const streams = streamFamily({ seed: 9, cell: "fits", purpose: "test" });
const counts = Int32Array.from({ length: 48 }, (_, k) => k);

/** Sequences with a level of their own and independent noise about a curve. */
function curveOf(
  f: (k: number) => number,
  { level, noise }: { level: number; noise: number },
): ModelCurve {
  const sequences = 60;
  const levels = drawNormals(sequences, streams.at(0));
  const xi = drawNormals(sequences * 48, streams.at(1));
  const bySequence = xi.map((x, i) =>
    Math.max(0, f(i % 48) + level * levels[Math.floor(i / 48)]! + noise * x)
  );
  return modelCurve(bySequence, { length: 48, counts, draws: 1 });
}

/** Greatest distance of the smooth curve from the measured one, but for their levels. */
function departure({ curve, estimate }: ReturnType<typeof fitModelCurve>): number {
  const errors = curve.losses.map((loss, k) => loss - estimate.curve.values[k]!);
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  return errors.reduce((most, error) => Math.max(most, Math.abs(error - mean)), 0);
}

Deno.test("fitModelCurve() follows a steep curve beneath levels that vary far more than it bends", () => {
  // Three nats within a dozen counts, under levels with a standard error of 0.13.
  const steep = (k: number): number => 4 + 3 * Math.exp(-k / 4);
  ok(departure(fitModelCurve(curveOf(steep, { level: 1, noise: 0.01 }))) < 0.02);
});

Deno.test("fitModelCurve() smooths noise that is independent from count to count", () => {
  const fit = fitModelCurve(curveOf((k) => 3 - k / 40, { level: 0, noise: 0.5 }));
  const { values } = fit.estimate.curve;
  // The measured losses are 0.065 off, the fit a third of that and less.
  const truth = Array.from(counts, (k) => 3 - k / 40);
  const square = truth.reduce((sum, f, k) => sum + (values[k]! - f) ** 2, 0) / 48;
  ok(Math.sqrt(square) < 0.03, `${Math.sqrt(square)}`);
});

Deno.test("fitModelCurve() fits a model that is equally sure of everything, and of few sequences", () => {
  const flat = modelCurve(new Float64Array(4 * 48).fill(Math.log(27)), {
    length: 48,
    counts,
    draws: 1,
  });
  const { values } = fitModelCurve(flat).estimate.curve;
  ok(values.every((value) => Math.abs(value - Math.log(27)) < 1e-6));
  const sure = modelCurve(new Float64Array(2 * 48), { length: 48, counts, draws: 1 });
  strictEqual(fitModelCurve(sure).estimate.curve.values[0], 0);
  const two = modelCurve(Float64Array.of(2, 1, 2, 1), {
    length: 2,
    counts: Int32Array.of(0, 1),
    draws: 1,
  });
  throws(() => fitModelCurve(two), /different places must be at least 3, got 2/);
});
