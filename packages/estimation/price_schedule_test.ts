import { ok, throws } from "node:assert/strict";
import { drawNormals, streamFamily } from "@unmask/random";
import { uniform } from "@unmask/schedules";
import { estimateCurve } from "./estimate_curve.ts";
import { LossDesign } from "./loss_design.ts";
import type { LossLog } from "./loss_log.ts";
import { LossLogBuilder } from "./loss_log_builder.ts";
import { priceSchedule } from "./price_schedule.ts";

const length = 48;

/** A log of a convex curve with standard errors that differ from place to place. */
function unevenLog(): LossLog {
  const builder = new LossLogBuilder({
    length,
    coordinate: "revealed",
    precision: "standard-error",
  });
  const noise = drawNormals(
    length,
    streamFamily({ seed: 5, cell: "uneven log", purpose: "test" }).at(0),
  );
  for (let place = 0; place < length; place++) {
    const precision = 0.02 * (1 + place % 3);
    builder.add({
      place,
      loss: 0.5 + 1.5 * Math.exp(-place / 10) + precision * noise[place]!,
      precision,
    });
  }
  return builder.log();
}

/** Standard deviation of a price over logs of the fitted curve with the noise that the log states. */
function bootstrapError(log: LossLog, sizes: readonly number[], draws: number): number {
  const design = new LossDesign(log);
  const { values } = estimateCurve(log, { design }).curve;
  const streams = streamFamily({ seed: 5, cell: "bootstrap", purpose: "test" });
  let sum = 0;
  let squares = 0;
  for (let draw = 0; draw < draws; draw++) {
    const noise = drawNormals(length, streams.at(draw));
    const losses = values.map((value, k) => value + noise[k]! * Math.sqrt(log.variances[k]!));
    const { mean } = priceSchedule(estimateCurve({ ...log, losses }, { design }), sizes);
    sum += mean;
    squares += mean ** 2;
  }
  return Math.sqrt(squares / draws - (sum / draws) ** 2);
}

Deno.test("the standard error of a price is what a parametric bootstrap of the log shows", () => {
  const log = unevenLog();
  for (const steps of [2, 8, 24]) {
    const sizes = uniform.sizes({ length, steps });
    const { standardError } = priceSchedule(estimateCurve(log), sizes);
    const resampled = bootstrapError(log, sizes, 2000);
    // The deviation of 2,000 draws is known to 1.6%: five of those are exceeded by chance in under
    // one of a million seeds.
    const assertSame = (value: number): void =>
      ok(Math.abs(value / resampled - 1) < 0.08, `${value} against ${resampled}`);
    assertSame(standardError);
    // The error that treats neighbouring values of the curve as if each had been measured alone.
    throws(() => assertSame(2 * standardError));
  }
});
