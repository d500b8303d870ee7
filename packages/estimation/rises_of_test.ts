import { match, strictEqual } from "node:assert/strict";
import { estimateCurve } from "./estimate_curve.ts";
import { LossLogBuilder } from "./loss_log_builder.ts";
import { risesOf } from "./rises_of.ts";

/** What is wrong with 16 losses at masked fractions; they have a ripple of their standard error. */
function risesIn(loss: (masked: number) => number, stated = 0.01): string | undefined {
  const builder = new LossLogBuilder({
    length: 32,
    coordinate: "masked-fraction",
    precision: "standard-error",
  });
  for (let i = 1; i <= 16; i++) {
    const place = i / 16;
    builder.add({ place, loss: loss(place) + 0.01 * Math.sin(2.4 * i * i), precision: stated });
  }
  return risesOf(estimateCurve(builder.log()));
}

const curve = (masked: number): number => 0.5 + 2 * masked ** 3;

Deno.test("losses of a curve do not rise, those of swapped fractions and of weights do", () => {
  strictEqual(risesIn(curve), undefined);
  for (const wrong of [(m: number) => curve(1 - m), (m: number) => curve(m) / m]) {
    match(risesIn(wrong)!, /^losses must not rise .* got [\d.]+ at masked_fraction .* by 1\/t\?$/);
  }
});

Deno.test("standard errors that are a fifth of the scatter do not make a rise of it", () => {
  strictEqual(risesIn(curve, 0.002), undefined);
});
