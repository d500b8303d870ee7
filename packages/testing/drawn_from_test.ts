import { doesNotThrow, ok, throws } from "node:assert/strict";
import { streamFamily } from "@unmask/random";
import { assertDrawnFrom, chiSquareLimit } from "./drawn_from.ts";

/**
 * Upper 1e-6 quantiles of the chi-square law, with mpmath 1.3.0: roots x of
 *
 *     gammainc(df / 2, x / 2, inf, regularized=True) - 1e-6
 */
const quantiles: readonly (readonly [number, number])[] = [
  [1, 23.92812698],
  [2, 27.63102112],
  [3, 30.66484971],
  [5, 35.88818688],
  [10, 46.86304685],
  [26, 75.54740535],
  [63, 131.3697021],
  [255, 377.0781155],
];

Deno.test("chiSquareLimit() is above the 1e-6 quantile, by 15% at most", () => {
  for (const [degrees, quantile] of quantiles) {
    const limit = chiSquareLimit(degrees);
    ok(limit >= quantile && limit <= 1.15 * quantile, `${degrees}: ${limit}`);
  }
});

Deno.test("assertDrawnFrom() takes a sampler of the law, rare outcomes included", () => {
  const streams = streamFamily({ seed: 171, cell: "dice", purpose: "rolls" });
  const die = (sample: number): number => Math.floor(6 * streams.at(sample).nextDouble());
  doesNotThrow(() => assertDrawnFrom(new Array(6).fill(1 / 6), { draws: 6000, draw: die }));
  // Outcome 2 with 1/1000 is expected twice in 2000 draws: it is pooled, or left out.
  const rare = (sample: number): number => {
    const u = streams.at(sample).nextDouble();
    return u < 0.6 ? 0 : u < 0.999 ? 1 : 2;
  };
  doesNotThrow(() => assertDrawnFrom([0.6, 0.399, 0.001], { draws: 2000, draw: rare }));
});

Deno.test("assertDrawnFrom() refuses another law, an impossible outcome, and too few draws", () => {
  const streams = streamFamily({ seed: 172, cell: "coin", purpose: "flips" });
  const coin = (sample: number): number => streams.at(sample).nextDouble() < 0.5 ? 0 : 1;
  throws(() => assertDrawnFrom([0.4, 0.6], { draws: 5000, draw: coin }), /chi-square/);
  throws(() => assertDrawnFrom([1, 0], { draws: 10, draw: coin }), /outcome 1 has no mass/);
  throws(() => assertDrawnFrom([0.5, 0.5], { draws: 10, draw: () => NaN }), /outcome NaN/);
  throws(() => assertDrawnFrom([0.5, 0.5], { draws: 5, draw: coin }), /too few/);
});

Deno.test("assertDrawnFrom() draws the line at Pearson's statistic", () => {
  // Of 10,000 flips, 5000 + n heads: n^2 / 5000 + n^2 / 5000, against a limit of 27.504.
  const heads = (count: number) => (sample: number): number => sample < count ? 0 : 1;
  const law = [0.5, 0.5];
  doesNotThrow(() => assertDrawnFrom(law, { draws: 10_000, draw: heads(5262) }));
  throws(() => assertDrawnFrom(law, { draws: 10_000, draw: heads(5263) }), /chi-square 27\.66/);
  throws(() => assertDrawnFrom(law, { draws: 10_000, draw: heads(4737) }), /chi-square 27\.66/);
});
