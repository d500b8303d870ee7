import { ok, strictEqual } from "node:assert/strict";
import { ratio } from "./ratio.ts";

Deno.test("ratio() is the quotient where both are doubles", () => {
  for (const [p, q] of [[0, 1], [1, 3], [-7, 2], [2 ** 53 - 1, 10], [-1, 2 ** 53 - 1]] as const) {
    strictEqual(ratio(BigInt(p), BigInt(q)), p / q);
  }
});

Deno.test("ratio() keeps a double's digits where the integers are far beyond doubles", () => {
  const near = (actual: number, expected: number): void =>
    ok(Math.abs(actual / expected - 1) <= 2 ** -51, `${actual} ${expected}`);
  near(ratio(10n ** 400n, 3n * 10n ** 399n), 10 / 3);
  near(ratio(-(10n ** 400n), 3n * 10n ** 399n), -10 / 3);
  near(ratio(7n * 10n ** 500n, 10n ** 200n), 7e300);
  near(ratio(7n * 10n ** 200n, 10n ** 500n), 7e-300);
  near(ratio(10n ** 308n, 7n), 1e308 / 7);
});

Deno.test("ratio() is infinite or 0 beyond all doubles", () => {
  strictEqual(ratio(10n ** 400n, 1n), Infinity);
  strictEqual(ratio(-(10n ** 1000n), 7n), -Infinity);
  strictEqual(ratio(1n, 10n ** 400n), 0);
});
