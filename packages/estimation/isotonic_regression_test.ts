import { deepStrictEqual, ok } from "node:assert/strict";
import { drawInteger, streamFamily } from "@unmask/random";
import { isotonicRegression } from "./isotonic_regression.ts";

/** `min_{a <= i} max_{b >= i}` of weighted means, for a sequence that does not increase. */
function minimax(values: Float64Array, weights: Float64Array): number[] {
  const mean = (a: number, b: number): number => {
    let sum = 0;
    let weight = 0;
    for (let i = a; i <= b; i++) {
      sum += weights[i]! * values[i]!;
      weight += weights[i]!;
    }
    return sum / weight;
  };
  return Array.from(values, (_, i) => {
    let least = Infinity;
    for (let a = 0; a <= i; a++) {
      let most = -Infinity;
      for (let b = i; b < values.length; b++) most = Math.max(most, mean(a, b));
      least = Math.min(least, most);
    }
    return least;
  });
}

Deno.test("isotonicRegression() is the minimax of weighted means, on 300 sequences with ties", () => {
  const streams = streamFamily({ seed: 1, cell: "isotonic", purpose: "test" });
  let differs = 0;
  for (let n = 0; n < 300; n++) {
    const stream = streams.at(n);
    const length = 1 + drawInteger(12, stream);
    const values = Float64Array.from({ length }, () => drawInteger(6, stream));
    const weights = Float64Array.from({ length }, () => 1 + drawInteger(5, stream));
    const fitted = isotonicRegression(values, weights);
    const expected = minimax(values, weights);
    // Means of 12 small integers: a few last bits.
    for (let i = 0; i < length; i++) ok(Math.abs(fitted[i]! - expected[i]!) <= 1e-13, `${n}`);
    // The control: equal weights are another regression.
    const equal = isotonicRegression(values, new Float64Array(length).fill(1));
    if (equal.some((value, i) => Math.abs(value - expected[i]!) > 1e-9)) differs++;
  }
  ok(differs > 100, `only ${differs} sequences tell the weights from equal ones`);
});

Deno.test("isotonicRegression() keeps what does not increase, and flattens what only increases", () => {
  const ones = new Float64Array(4).fill(1);
  deepStrictEqual([...isotonicRegression(Float64Array.of(4, 3, 3, 1), ones)], [4, 3, 3, 1]);
  deepStrictEqual([...isotonicRegression(Float64Array.of(1, 2, 3, 6), ones)], [3, 3, 3, 3]);
});
