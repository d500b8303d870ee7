import { ok, strictEqual } from "node:assert/strict";
import { drawNormals } from "./normal.ts";
import { streamFamily } from "./stream.ts";

Deno.test("drawNormals() has the moments and tails of the normal law", () => {
  const count = 200_000;
  const stream = streamFamily({ seed: 2, cell: "normal", purpose: "test" }).at(0);
  const numbers = drawNormals(count, stream);
  const mean = (power: number): number =>
    numbers.reduce((sum, value) => sum + value ** power, 0) / count;
  // Moments 0, 1, 0, 3 with variances 1, 2, 15, 96; five standard deviations: 1 seed in a million.
  const off = (value: number, variance: number): boolean =>
    Math.abs(value) < 5 * Math.sqrt(variance / count);
  ok(off(mean(1), 1) && off(mean(2) - 1, 2) && off(mean(3), 15) && off(mean(4) - 3, 96));
  // P(|x| > 2.5758) = 0.01.
  const tail = numbers.filter((value) => Math.abs(value) > 2.5758).length / count;
  ok(off(tail - 0.01, 0.0099));
  // Neighbours, which share a radius, are uncorrelated.
  let product = 0;
  for (let i = 0; i < count; i += 2) product += numbers[i]! * numbers[i + 1]! / (count / 2);
  ok(off(product, 2));
});

Deno.test("drawNormals() gives as many numbers as asked for", () => {
  const streams = streamFamily({ seed: 2, cell: "normal", purpose: "count" });
  for (const count of [0, 1, 2, 5]) strictEqual(drawNormals(count, streams.at(0)).length, count);
});
