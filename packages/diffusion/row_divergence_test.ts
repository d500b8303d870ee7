import { ok, strictEqual } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { rowDivergence } from "./row_divergence.ts";

function divergence(exact: number[], predicted: number[]): number {
  return rowDivergence(Float64Array.from(exact), Float64Array.from(predicted), {
    from: 0,
    count: exact.length,
  });
}

Deno.test("rowDivergence() is sum p ln(p/phat), 0 for equal rows, infinite off the support", () => {
  assertClose(divergence([0.5, 0.5], [0.25, 0.75]), 0.5 * Math.log(4 / 3), { relative: 1e-15 });
  strictEqual(divergence([0.3, 0.7, 0], [0.3, 0.7, 0]), 0);
  strictEqual(divergence([0.3, 0.7], [0, 1]), Infinity);
  strictEqual(divergence([0, 1], [0, 1]), 0);
});

Deno.test("rowDivergence() keeps its digits where rows are close, and stays at least 0", () => {
  const p = 0.3;
  for (const off of [1e-3, 1e-6, 1e-9]) {
    // Up to the third order in `off`, and the rounding of p + off.
    const exact = off ** 2 / (2 * p * (1 - p));
    assertClose(divergence([p, 1 - p], [p + off, 1 - p - off]), exact, {
      relative: 4 * off + 2 ** -52 / off,
    });
  }
  ok(divergence([0.1, 0.2, 0.7], [0.1 + 2 ** -56, 0.2, 0.7]) >= 0);
});

Deno.test("rowDivergence() counts the mass that a single-precision row lacks", () => {
  // A row of 0.99999 of a law: the path error grows by -ln 0.99999.
  const lacking = 1 - 2 ** -17;
  assertClose(divergence([0.5, 0.5], [0.5 * lacking, 0.5 * lacking]), -Math.log(lacking), {
    relative: 1e-9,
  });
});
