import { ok, strictEqual } from "node:assert/strict";
import { drawNormals, streamFamily } from "@unmask/random";
import { localExcess } from "./local_excess.ts";
import type { LossLog } from "./loss_log.ts";
import { pseudoResiduals } from "./pseudo_residuals.ts";

/** Unequal places and weights. */
const places = Float64Array.from({ length: 400 }, (_, i) => i + 0.3 * Math.sin(7 * i));
const weights = places.map((_, i) => 1 + i % 3);

Deno.test("pseudoResiduals() are zero on cubics, and not on a quartic", () => {
  const largest = (power: number): number =>
    pseudoResiduals({ places, losses: places.map((x) => (x / 400) ** power), weights })
      .squares.reduce((most, square) => Math.max(most, square));
  ok(largest(3) < 1e-24);
  ok(largest(4) > 1e-24);
});

Deno.test("pseudoResiduals() of noise have mean square 1, and use lines through four places", () => {
  const noise = drawNormals(400, streamFamily({ seed: 1, cell: "residuals", purpose: "t" }).at(0));
  const losses = noise.map((value, i) => value / Math.sqrt(weights[i]!));
  const { squares, first, freedom } = pseudoResiduals({ places, losses, weights });
  strictEqual(squares.length, 396);
  const mean = squares.reduce((sum, square) => sum + square, 0) / 396;
  // Four standard deviations of 396 * 0.38 free squares.
  ok(Math.abs(mean - 1) < 4 * Math.sqrt(2 / (396 * freedom)), `${mean}`);
  strictEqual(first, 2);
  const four = { places: places.slice(0, 4), losses, weights };
  strictEqual(pseudoResiduals(four).first, 1);
});

Deno.test("localExcess() sees noise that is understated, and not a step", () => {
  const noise = drawNormals(400, streamFamily({ seed: 1, cell: "residuals", purpose: "t" }).at(1));
  const logOf = (losses: Float64Array): LossLog => ({
    length: 500,
    coordinate: "revealed",
    places,
    losses,
    variances: new Float64Array(400).fill(1),
    noise: { kind: "given", degreesOfFreedom: Infinity },
    rows: 400,
    repeated: 0,
    binned: false,
  });
  const step = noise.map((value, i) => value + (i < 130 ? 1000 : 0));
  ok(Math.abs(localExcess(logOf(step)).by - 1) < 0.5);
  ok(Math.abs(localExcess(logOf(noise.map((value) => 3 * value))).by / 9 - 1) < 0.5);
});
