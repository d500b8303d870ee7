import { ok, strictEqual, throws } from "node:assert/strict";
import { optimalSchedule, pathError } from "@unmask/convergence";
import { curveFromConditionalEntropies, type InformationCurve } from "@unmask/information";
import { drawNormals, streamFamily } from "@unmask/random";
import { uniform } from "@unmask/schedules";
import { CONTRADICTION, estimateCurve } from "./estimate_curve.ts";
import { asIfExact } from "./estimated_curve.ts";
import { LossDesign } from "./loss_design.ts";
import type { LossLog } from "./loss_log.ts";
import { LossLogBuilder } from "./loss_log_builder.ts";
import { monotonicity } from "./monotonicity.ts";
import { planOnEstimate } from "./plan_on_estimate.ts";
import { priceSchedule } from "./price_schedule.ts";

/** Tokens that few others decide: uniform sizes are far from optimal. */
const chain = curveFromConditionalEntropies(
  Array.from({ length: 64 }, (_, k) => 0.2 + 1.8 * Math.exp(-k / 8)),
);

/** A log of a curve, each loss with its standard error; seeds are fixed. */
function denseLog(curve: ArrayLike<number>, options: { error: number; log: number }): LossLog {
  const { error, log } = options;
  const builder = new LossLogBuilder({
    length: curve.length,
    coordinate: "revealed",
    precision: "standard-error",
  });
  const stream = streamFamily({ seed: 3, cell: "dense log", purpose: "test" }).at(log);
  const noise = drawNormals(curve.length, stream);
  for (let place = 0; place < curve.length; place++) {
    builder.add({ place, loss: 1 + curve[place]! + error * noise[place]!, precision: error });
  }
  return builder.log();
}

Deno.test("the 95% interval holds the plan's true error, and a half as wide does not", () => {
  // 300 logs: 95% +- 1.3%. Below 90% or with the half interval above 80%, a right interval is by
  // chance in under 1 of 10,000 seeds.
  const logs = 300;
  let inside = 0;
  let insideHalf = 0;
  let smooth = 0;
  const design = new LossDesign(denseLog(chain.conditionalEntropies, { error: 0.03, log: 0 }));
  const least = optimalSchedule(chain, { steps: 16 }).pathError;
  for (let log = 0; log < logs; log++) {
    const estimate = estimateCurve(
      denseLog(chain.conditionalEntropies, { error: 0.03, log }),
      { design },
    );
    const { sizes, price } = planOnEstimate(
      estimate,
      (curve: InformationCurve) => optimalSchedule(curve, { steps: 16 }).sizes,
      { streams: streamFamily({ seed: 3, cell: `halves ${log}`, purpose: "test" }), splits: 2 },
    );
    const truth = pathError(chain, sizes);
    smooth += truth / least - 1;
    const off = Math.abs(truth - price.mean);
    const half = (price.interval[1] - price.interval[0]) / 2;
    if (off <= half) inside++;
    if (off <= half / 2) insideHalf++;
  }
  ok(inside >= 0.9 * logs && inside <= 0.99 * logs, `${inside}`);
  ok(insideHalf < 0.8 * logs, `${insideHalf}`);
  // The report has 1.2% on a chain like this one.
  ok(smooth / logs < 0.05, `${smooth / logs}`);
});

Deno.test("without noise, prices are the exact path errors of the curve", () => {
  const estimate = estimateCurve(denseLog(chain.conditionalEntropies, { error: 1e-7, log: 1 }));
  for (const steps of [1, 4, 16, 63]) {
    const sizes = uniform.sizes({ length: 64, steps });
    const { mean, standardError } = priceSchedule(estimate, sizes);
    // What splines leave of this curve makes the misfit refine them until they pass through.
    ok(Math.abs(mean - pathError(chain, sizes)) < 1e-4, `${steps}: ${mean}`);
    // Noise this small is not told from what bends leave of local cubics, some 1e-6 nats a place.
    ok(standardError < 1e-3);
  }
  strictEqual(priceSchedule(estimate, new Array(64).fill(1)).mean, 0);
});

Deno.test("a step that no smooth curve follows is priced by finer splines, without bias", () => {
  const code = Float64Array.from({ length: 64 }, (_, k) => k < 30 ? 1.5 : 0);
  const truth = curveFromConditionalEntropies(code);
  const estimate = estimateCurve(denseLog(code, { error: 0.01, log: 2 }));
  ok(estimate.parameters.priced > 30, `${estimate.parameters.priced}`);
  const sizes = uniform.sizes({ length: 64, steps: 8 });
  const { mean, standardError } = priceSchedule(estimate, sizes);
  // Four standard errors: 1 seed in 16,000.
  ok(Math.abs(mean - pathError(truth, sizes)) < 4 * standardError);
});

Deno.test("the smooth curve never increases and is at least 0, whatever the losses", () => {
  for (let log = 0; log < 20; log++) {
    const rising = Float64Array.from({ length: 32 }, (_, k) => k / 40);
    const { curve } = estimateCurve(denseLog(rising, { error: 0.3, log }));
    asIfExact(curve);
    ok(curve.values.every((value, k) => value >= 0 && (k === 0 || value <= curve.values[k - 1]!)));
  }
});

Deno.test("monotonicity() passes logs of flat curves and refutes rises beyond their noise", () => {
  // Flat curves are the worst case: 1 log of 100 is refuted; more than 8 of 200, 1 seed in 4,000.
  let refuted = 0;
  for (let log = 0; log < 200; log++) {
    if (!monotonicity(denseLog(new Float64Array(50), { error: 0.1, log })).consistent) refuted++;
  }
  ok(refuted <= 8, `${refuted}`);
  const rise = Float64Array.from({ length: 50 }, (_, k) => k / 100);
  ok(!monotonicity(denseLog(rise, { error: 0.1, log: 0 })).consistent);
});

Deno.test("standard errors ten times too small are told by the misfit", () => {
  const log = denseLog(chain.conditionalEntropies, { error: 0.1, log: 3 });
  const right = estimateCurve(log);
  const wrong = estimateCurve({ ...log, variances: log.variances.map((v) => v / 100) });
  ok(right.misfitScore < CONTRADICTION && wrong.misfitScore > CONTRADICTION);
});

Deno.test("planOnEstimate() refuses one split", () => {
  const estimate = estimateCurve(denseLog(chain.conditionalEntropies, { error: 0.1, log: 4 }));
  throws(
    () =>
      planOnEstimate(estimate, (curve) => optimalSchedule(curve, { steps: 4 }).sizes, {
        streams: streamFamily({ seed: 3, cell: "one", purpose: "test" }),
        splits: 1,
      }),
    /^RangeError: Cannot plan on an estimate: splits must be an integer of at least 2, got 1$/,
  );
});

/** Every third count of the chain and 0.03 nats of noise, of which a share is stated. */
function sparseLog(options: { log: number; stated: number }): LossLog {
  const whole = denseLog(chain.conditionalEntropies, { error: 0.03, log: options.log });
  const at = Float64Array.from({ length: 22 }, (_, i) => 3 * i);
  return {
    ...whole,
    places: at,
    losses: at.map((k) => whole.losses[k]!),
    variances: at.map(() => (0.03 * options.stated) ** 2),
    rows: at.length,
  };
}

Deno.test("a log with few places never has more functions than two for three places", () => {
  for (let log = 0; log < 30; log++) {
    const estimate = estimateCurve(sparseLog({ log, stated: 0.1 }));
    ok(estimate.coefficients.length <= 2 * 22 / 3, `${estimate.coefficients.length}`);
    // Of splines through all places, intervals are hundreds of nats wide.
    const { interval } = priceSchedule(estimate, uniform.sizes({ length: 64, steps: 16 }));
    ok(interval[1] - interval[0] < 10, `${interval}`);
  }
});

Deno.test("standard errors ten times too small are made up for by the misfit", () => {
  const sizes = uniform.sizes({ length: 64, steps: 16 });
  const truth = pathError(chain, sizes);
  const coverage = (logAt: (log: number) => LossLog): number => {
    const design = new LossDesign(logAt(0));
    let inside = 0;
    for (let log = 0; log < 200; log++) {
      const estimate = estimateCurve(logAt(log), { design });
      ok(estimate.noise.inflation > 10 && estimate.noise.degreesOfFreedom < 64);
      const [low, high] = priceSchedule(estimate, sizes).interval;
      if (low <= truth && truth <= high) inside++;
    }
    return inside / 200;
  };
  // 95% of 200 less five standard deviations of chance.
  const sparse = coverage((log) => sparseLog({ log, stated: 0.1 }));
  ok(sparse > 0.87, `${sparse}`);
  const dense = coverage((log) => {
    const right = denseLog(chain.conditionalEntropies, { error: 0.03, log });
    return { ...right, variances: right.variances.map((variance) => variance / 100) };
  });
  ok(dense > 0.87, `${dense}`);
});

Deno.test("a step of the curve does not inflate the noise of a log with every count", () => {
  const code = Float64Array.from({ length: 64 }, (_, k) => k < 30 ? 1.5 : 0);
  const estimate = estimateCurve(denseLog(code, { error: 0.01, log: 2 }));
  // The squares behind it are some 23 free ones: twice the noise is 3 standard deviations off.
  ok(estimate.misfitScore > CONTRADICTION && estimate.noise.inflation < 2);
});

Deno.test("no price exceeds what the fall of the curve allows, however little the log says", () => {
  const whole = denseLog(chain.conditionalEntropies, { error: 0.03, log: 5 });
  const top = Float64Array.from({ length: 20 }, (_, k) => k);
  const estimate = estimateCurve({
    ...whole,
    places: top,
    losses: whole.losses.slice(0, 20),
    variances: whole.variances.slice(0, 20),
  });
  const { interval: [, high], standardError } = priceSchedule(
    estimate,
    uniform.sizes({ length: 64, steps: 4 }),
  );
  ok(standardError > 300, "the control: what the spline says of itself");
  ok(high <= 60 * 3.2, `${high}`);
});
