import { strictEqual } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { groupedEntropy } from "./grouped_entropy.ts";

Deno.test("groupedEntropy() is that of the outcomes one by one", () => {
  assertClose(groupedEntropy([[1 / 8, 4], [1 / 2, 1]]), 2 * Math.LN2, { relative: 1e-15 });
  assertClose(groupedEntropy([[0.25, 1], [0.25, 1], [0.25, 2]]), 2 * Math.LN2, { relative: 1e-15 });
  const half = 0.5 + 2 ** -53;
  assertClose(groupedEntropy([[half, 1], [half, 1]]), Math.LN2, { relative: 1e-15 });
  // H_b(1/10) + (1/10) ln 2, by hand.
  const expected = -0.9 * Math.log(0.9) - 0.1 * Math.log(0.05);
  assertClose(groupedEntropy([[0.9, 1], [0.05, 2]]), expected, { relative: 1e-14 });
});

Deno.test("groupedEntropy() near certainty keeps its digits, and is 0 at it", () => {
  // -e ln e - (1 - e) log1p(-e) is e (1 - ln e) but for e^2 / 2.
  for (const e of [1e-10, 1e-17, 1e-100]) {
    assertClose(groupedEntropy([[1 - e, 1], [e, 1]]), e * (1 - Math.log(e)), { relative: 1e-10 });
  }
  strictEqual(groupedEntropy([[1, 1], [0, 5]]), 0);
  strictEqual(groupedEntropy([[1, 1], [0, 0]]), 0);
});
