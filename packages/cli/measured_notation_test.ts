import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { measuredNotation } from "./measured_notation.ts";

Deno.test("a measured error is a number, and after a comma its standard error", () => {
  const { rounding, ...measured } = measuredNotation.read("0.52, 0.01")!;
  deepStrictEqual(measured, { pathError: 0.52, standardError: 0.01 });
  ok(Math.abs(rounding! - 0.005) < 1e-8);
  strictEqual(measuredNotation.read("0.52")!.standardError, undefined);
});

Deno.test("a measured error is known to half of its last digit", () => {
  const halves: [string, number][] = [["12", 0.5], ["1.50", 0.005], ["2e-3", 0.0005], ["1.5E2", 5]];
  for (const [text, half] of halves) {
    ok(Math.abs(measuredNotation.read(text)!.rounding! / half - 1) < 1e-6, text);
  }
  for (const zero of ["0", "0.000", "-0"]) strictEqual(measuredNotation.read(zero)!.rounding, 0);
});

Deno.test("what is no measured error is none", () => {
  for (const text of ["", ",", "1,", ",1", "1,-1", "1,2,3", "NaN", "Infinity", "1;2", "x"]) {
    strictEqual(measuredNotation.read(text), undefined, text);
  }
});
