import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { checkCounts, chosenCounts } from "./chosen_counts.ts";

Deno.test("chosenCounts() takes all counts where they are few, and both ends of many", () => {
  deepStrictEqual([...chosenCounts(4, { most: 8 })], [0, 1, 2, 3]);
  for (const [unmasked, most] of [[9, 8], [100, 3], [128, 64], [65, 64], [1024, 64]] as const) {
    const counts = chosenCounts(unmasked, { most });
    checkCounts(counts, unmasked);
    ok(counts.length <= most);
    deepStrictEqual([counts[0], counts.at(-1)], [0, unmasked - 1]);
  }
});

Deno.test("chosenCounts() is denser at both ends than in the middle", () => {
  const counts = chosenCounts(1024, { most: 64 });
  strictEqual(counts.length, 64);
  const gaps = [...counts.subarray(1)].map((count, j) => count - counts[j]!);
  ok(gaps[0]! < gaps[31]! && gaps[62]! < gaps[31]!);
  ok(Math.max(...gaps) <= 1.35 * 1023 / 63);
});

Deno.test("counts that do not ascend within the curve are refused", () => {
  for (const counts of [[0, 0], [1, 0], [0, 5], [-1]]) {
    throws(() => checkCounts(Int32Array.from(counts), 5), /must ascend within 0 and 4, got/);
  }
  for (const most of [2, NaN, 3.5]) throws(() => chosenCounts(9, { most }), /at least 3, got/);
});
