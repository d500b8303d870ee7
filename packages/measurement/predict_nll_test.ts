import { deepStrictEqual, ok, throws } from "node:assert/strict";
import { drawNormals, streamFamily } from "@unmask/random";
import { fitModelCurve } from "./fit_model_curve.ts";
import { modelCurve } from "./model_curve.ts";
import { curveAtEveryCount, predictedDifference, predictNll } from "./predict_nll.ts";

const family = streamFamily({ seed: 2, cell: "predictions", purpose: "noise" });

/** Sequences whose losses are `line` at each count, and noise. */
function rows(line: (k: number) => number, counts: number[], noise: number): Float64Array {
  return Float64Array.from(
    { length: 50 * counts.length },
    (() => {
      const xi = drawNormals(50 * counts.length, family.at(0));
      return (_: unknown, i: number) => line(counts[i % counts.length]!) + noise * xi[i]!;
    })(),
  );
}

Deno.test("predictNll() is the staircase of the measured losses, with the spread of its sequences", () => {
  const counts = [0, 1, 2, 3, 4, 5];
  const bySequence = rows((k) => 3 - k / 4, counts, 0.1);
  const fit = fitModelCurve(
    modelCurve(bySequence, { length: 6, counts: Int32Array.from(counts), draws: 1 }),
  );
  const { mean, standardError, draws } = predictNll(fit, [1, 3, 2]);
  const nll = Array.from({ length: 50 }, (_, n) => {
    const [g0, g1, , , g4] = bySequence.subarray(6 * n, 6 * n + 6);
    return g0! + 3 * g1! + 2 * g4!;
  });
  const expected = nll.reduce((sum, value) => sum + value, 0) / 50;
  const spread = nll.reduce((sum, value) => sum + (value - expected) ** 2, 0) / 49;
  ok(Math.abs(mean - expected) < 1e-12);
  ok(Math.abs(standardError - Math.sqrt(spread / 50)) < 1e-12);
  deepStrictEqual(draws, 50);
});

Deno.test("what all counts share leaves no trace in a difference of schedules", () => {
  const counts = [0, 1, 2, 3, 4, 5];
  const shared = drawNormals(50, family.at(1));
  const bySequence = rows((k) => 3 - k / 4, counts, 0).map((loss, i) =>
    loss + shared[Math.floor(i / 6)]!
  );
  const fit = fitModelCurve(
    modelCurve(bySequence, { length: 6, counts: Int32Array.from(counts), draws: 1 }),
  );
  const { mean, standardError } = predictedDifference(fit, { more: [6], less: [1, 1, 1, 1, 1, 1] });
  // 6 g(0) less the sum of g is a quarter of 0 + 1 + .. + 5.
  ok(Math.abs(mean - 15 / 4) < 1e-9);
  ok(standardError < 1e-9);
  ok(predictNll(fit, [6]).standardError > 0.5);
});

Deno.test("between measured counts the spline stands in: a line is met exactly", () => {
  const counts = [0, 3, 7, 12, 18, 24, 31];
  const parts = { length: 32, counts: Int32Array.from(counts), draws: 1 };
  const fit = fitModelCurve(modelCurve(rows((k) => 4 - k / 16, counts, 0), parts));
  const { mean } = predictNll(fit, [5, 5, 22]);
  ok(Math.abs(mean - (5 * 4 + 5 * (4 - 5 / 16) + 22 * (4 - 10 / 16))) < 1e-6);
  curveAtEveryCount(fit).forEach(({ mean }, k) => ok(Math.abs(mean - (4 - k / 16)) < 1e-7));
  // Noise of the measured counts is that of what lies between.
  const noisy = fitModelCurve(modelCurve(rows((k) => 4 - k / 16, counts, 0.2), parts));
  curveAtEveryCount(noisy).forEach(({ mean, standardError }, k) => {
    ok(standardError > 0.005 && standardError < 0.1);
    // Beyond 5 standard errors in 1 of 1,000,000 each.
    ok(Math.abs(mean - (4 - k / 16)) < 5 * standardError);
  });
});

Deno.test("predictions refuse sizes of another length", () => {
  const counts = [0, 1, 2];
  const parts = { length: 3, counts: Int32Array.from(counts), draws: 1 };
  const fit = fitModelCurve(modelCurve(rows((k) => 3 - k, counts, 0.1), parts));
  throws(() => predictNll(fit, [1, 1]), /Cannot use mask sizes/);
});
