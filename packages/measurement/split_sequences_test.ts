import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { estimateMean } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import { splitSequences } from "./split_sequences.ts";
import { validationScore } from "./validation_score.ts";

const streams = streamFamily({ seed: 1, cell: "splits", purpose: "test" });
const rowsOf = (count: number): Int32Array[] =>
  Array.from({ length: count }, (_, n) => Int32Array.of(n));

Deno.test("splitSequences() gives disjoint halves of one size, drawn at random", () => {
  for (const [count, each, size] of [[100, 20, 20], [100, 50, 50], [31, 99, 15], [8, 4, 4]]) {
    const { curve, validation } = splitSequences(rowsOf(count!), {
      each: each!,
      stream: streams.at(0),
    });
    deepStrictEqual([curve.length, validation.length], [size, size]);
    strictEqual(new Set([...curve, ...validation].map(([n]) => n)).size, 2 * size!);
  }
  const one = splitSequences(rowsOf(100), { each: 20, stream: streams.at(1) });
  const other = splitSequences(rowsOf(100), { each: 20, stream: streams.at(2) });
  ok(one.curve.map(([n]) => n).join() !== other.curve.map(([n]) => n).join());
});

Deno.test("scores of two halves are standard, however neighbouring rows depend on each other", () => {
  // A text that drifts: neighbours are nearly equal. Halves of its beginning and end would not do.
  const value = (n: number): number => n / 100 + Math.sin(n / 40);
  const estimate = (rows: readonly Int32Array[]): ReturnType<typeof estimateMean> =>
    estimateMean(Float64Array.from(rows, ([n]) => value(n!)));
  const scores = Array.from({ length: 400 }, (_, i) => {
    const { curve, validation } = splitSequences(rowsOf(400), { each: 100, stream: streams.at(i) });
    return validationScore(estimate(validation), estimate(curve));
  });
  const square = scores.reduce((sum, z) => sum + z * z, 0) / 400;
  // The mean square of 400 normal scores has a standard error of 0.07: 4 of them fail in 1 of 16,000.
  ok(Math.abs(square - 1) < 0.28, `${square}`);
  const rows = rowsOf(400);
  ok(validationScore(estimate(rows.slice(200)), estimate(rows.slice(0, 200))) > 10);
});

Deno.test("splitSequences() refuses rows for fewer than four in each half", () => {
  throws(() => splitSequences(rowsOf(7), { each: 99, stream: streams.at(0) }), {
    name: "RangeError",
    message:
      "Cannot measure a model: held-out sequences must be at least 8, 4 for its curve and 4 others to hold it against, got 7",
  });
  throws(() => splitSequences(rowsOf(50), { each: 3, stream: streams.at(0) }), /got 6/);
});

Deno.test("validationScore() counts both errors, and takes rounding for none", () => {
  const draws = 10;
  strictEqual(
    validationScore({ mean: 12, standardError: 3, draws }, { mean: 2, standardError: 4, draws }),
    2,
  );
  const certain = { standardError: 0, draws };
  strictEqual(validationScore({ mean: 100, ...certain }, { mean: 100 + 1e-12, ...certain }), 0);
  ok(validationScore({ mean: 101, ...certain }, { mean: 100, ...certain }) > 1e6);
});
