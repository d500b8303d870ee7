import assert from "node:assert/strict";
import { formatColumn } from "./format_column.ts";

const cases: readonly (readonly [string, readonly (number | null)[], readonly string[]])[] = [
  ["whole numbers whole", [1, 20, 30000], ["1", "20", "30,000"]],
  ["an exact zero as 0", [0.05618, 12.3456, 0], ["0.0562", "12.3456", "0"]],
  ["no more decimals than are needed", [0.25, 0.5, 1, 2], ["0.25", "0.50", "1.00", "2.00"]],
  ["what does not exist as n/a", [0.5, null, NaN, 0.25], ["0.50", "n/a", "n/a", "0.25"]],
  ["an infinite value as infinite", [0.5, Infinity], ["0.5", "infinite"]],
  ["sizes far apart each in its own way", [0.00012, 999999.5], ["0.00012", "1,000,000"]],
  ["very small numbers with exponents", [1.5, 1e-9], ["1.5", "1e-9"]],
  ["nothing as nothing", [], []],
];

for (const [what, values, texts] of cases) {
  Deno.test(`formatColumn() shows ${what}`, () => assert.deepEqual(formatColumn(values), texts));
}

Deno.test("formatColumn() never shows a number that is not zero as zero, nor off by more than 5%", () => {
  for (let low = -12; low <= 8; low++) {
    for (let high = low; high <= 8; high++) {
      const values = [1.23456 * 10 ** low, -9.87654 * 10 ** high, 0];
      formatColumn(values).forEach((text, i) => {
        const shown = Number(text.replaceAll(",", ""));
        assert.ok(Math.abs(shown - values[i]!) <= 0.05 * Math.abs(values[i]!), `${values} ${text}`);
      });
    }
  }
});

Deno.test("formatColumn() puts the points of one notation under each other", () => {
  const fractions = formatColumn([0.0481, 3.25, 17.5]).map((text) => text.split(".")[1]!.length);
  assert.equal(new Set(fractions).size, 1);
});
