import assert from "node:assert/strict";
import { formatNumber } from "./format_number.ts";

const table: readonly (readonly [number | null, string])[] = [
  [0.056183, "0.05618"],
  [24.5, "24.5"],
  [0.1 + 0.2, "0.3"],
  [-1.00349, "-1.003"],
  [1.2e-9, "1.2e-9"],
  [-0.00012345678, "-0.0001235"],
  [0.000099999, "1e-4"],
  [9999.4, "9999"],
  [9999.96, "10,000"],
  [12345.678, "12,346"],
  [1e6 + 0.5, "1e6"],
  [5e-324, "4.941e-324"],
  [1.7e308, "1.7e308"],
  [0, "0"],
  [-0, "0"],
  [9999, "9999"],
  [10000, "10,000"],
  [-1234567, "-1,234,567"],
  [2 ** 49, "562,949,953,421,312"],
  [1e15, "1e15"],
  [NaN, "n/a"],
  [null, "n/a"],
  [Infinity, "infinite"],
  [-Infinity, "-infinite"],
];

for (const [value, text] of table) {
  Deno.test(`formatNumber(${Object.is(value, -0) ? "-0" : value}) is ${text}`, () => {
    assert.equal(formatNumber(value), text);
  });
}

Deno.test("formatNumber() rounds to the digits asked for", () => {
  const shown = [1, 2, 6, 15].map((digits) => formatNumber(Math.PI, { digits }));
  assert.deepEqual(shown, ["3", "3.1", "3.14159", "3.14159265358979"]);
});

for (const digits of [0, 16, 2.5, NaN]) {
  Deno.test(`formatNumber() refuses ${digits} digits`, () => {
    assert.throws(() => formatNumber(1, { digits }), RangeError);
  });
}
