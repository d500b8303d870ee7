import { ok, strictEqual } from "node:assert/strict";
import { binomialWindow } from "./binomial_window.ts";
import { lossRows } from "./loss_rows.ts";
import { roughness } from "./roughness.ts";
import { splineBasis } from "./spline_basis.ts";

Deno.test("binomialWindow() has the masses of Pascal's triangle", () => {
  const { first, masses } = binomialWindow(5, 0.25);
  strictEqual(first, 0);
  const expected = [1, 5, 10, 10, 5, 1].map((c, j) => c * 0.25 ** j * 0.75 ** (5 - j));
  expected.forEach((mass, j) => ok(Math.abs(masses[j]! / mass - 1) < 1e-14));
  strictEqual(binomialWindow(5, 0).first, 0);
  strictEqual(binomialWindow(5, 1).first, 5);
});

Deno.test("binomialWindow() keeps mean and variance with a million trials", () => {
  const { first, masses } = binomialWindow(1_000_000, 0.3);
  let mean = 0;
  masses.forEach((mass, i) => mean += mass * (first + i));
  let variance = 0;
  masses.forEach((mass, i) => variance += mass * (first + i - mean) ** 2);
  // Sums of 8,000 terms.
  ok(Math.abs(mean / 300_000 - 1) < 1e-12);
  ok(Math.abs(variance / 210_000 - 1) < 1e-9);
  ok(masses.length < 10_000);
});

Deno.test("splines reproduce cubics' partition of one and straight lines from their abscissae", () => {
  const basis = splineBasis(Float64Array.of(0, 1, 1.5, 4, 10));
  strictEqual(basis.size, 7);
  const four = new Float64Array(4);
  for (let x = 0; x <= 10; x += 0.125) {
    const first = basis.evaluate(x, four);
    let sum = 0;
    let line = 0;
    for (let l = 0; l < 4; l++) {
      ok(four[l]! >= 0);
      sum += four[l]!;
      line += four[l]! * basis.abscissae[first + l]!;
    }
    ok(Math.abs(sum - 1) < 1e-14 && Math.abs(line - x) < 1e-13, `${x}`);
  }
});

Deno.test("roughness() is zero for straight lines and for nothing else", () => {
  const { abscissae, size } = splineBasis(Float64Array.of(0, 1, 1.5, 4, 10));
  const penalty = roughness(abscissae);
  const form = (b: ArrayLike<number>): number => {
    let sum = 0;
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) sum += b[i]! * penalty[i * size + j]! * b[j]!;
    }
    return sum;
  };
  ok(Math.abs(form(abscissae.map((x) => 3 - x / 7))) < 1e-12);
  ok(form(abscissae.map((x) => x * x)) > 0.1);
});

Deno.test("a masked fraction's row is the binomial mean of the curve, not the curve at the mean", () => {
  const basis = splineBasis(Float64Array.of(0, 3, 7, 15));
  const rows = lossRows(
    { length: 16, coordinate: "masked-fraction", places: Float64Array.of(0.25) },
    basis,
  );
  const coefficients = [9, 4, 2, 2, 1, 0];
  const four = new Float64Array(4);
  const curve = (x: number): number => {
    const first = basis.evaluate(x, four);
    return four.reduce((sum, value, l) => sum + value * coefficients[first + l]!, 0);
  };
  let expected = 0;
  let mass = 0.75 ** 15;
  for (let j = 0; j <= 15; j++) {
    expected += mass * curve(j);
    mass *= (15 - j) / (j + 1) / 3;
  }
  const row = rows.values[0]!;
  const got = row.reduce((sum, value, a) => sum + value * coefficients[rows.first[0]! + a]!, 0);
  ok(Math.abs(got - expected) < 1e-13);
  ok(Math.abs(curve(0.25 * 15) - expected) > 0.1, "the control: the mean count");
});
