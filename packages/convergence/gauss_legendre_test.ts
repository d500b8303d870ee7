import { ok } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { gaussLegendre } from "./gauss_legendre.ts";

function integral(order: number, g: (x: number) => number): number {
  const { nodes, weights } = gaussLegendre(order);
  return nodes.reduce((sum, x, i) => sum + weights[i]! * g(x), 0);
}

Deno.test("gaussLegendre() integrates powers up to 2 m - 1, and no further", () => {
  for (const order of [1, 2, 3, 4, 8, 16, 20]) {
    for (let power = 0; power < 2 * order; power++) {
      const exact = power % 2 === 0 ? 2 / (power + 1) : 0;
      assertClose(integral(order, (x) => x ** power), exact, { absolute: 1e-14 });
    }
    const beyond = integral(order, (x) => x ** (2 * order)) - 2 / (2 * order + 1);
    // Short by about pi / 4^m of a power of 2 m.
    ok(beyond < -(4 ** -order) / 2, `${order}: ${beyond}`);
  }
});

Deno.test("gaussLegendre() of 2 and 3 nodes is the textbook's", () => {
  assertClose(gaussLegendre(2).nodes[1]!, Math.sqrt(1 / 3), { relative: 1e-15 });
  assertClose(gaussLegendre(3).nodes[2]!, Math.sqrt(3 / 5), { relative: 1e-15 });
  assertClose(gaussLegendre(3).weights[1]!, 8 / 9, { relative: 1e-14 });
});
