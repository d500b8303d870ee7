import { deepStrictEqual, ok } from "node:assert/strict";
import { revealedCounts } from "./mask_sizes.ts";
import { sqrt } from "./sqrt.ts";

Deno.test("sqrt reveals 4, 2, 1, 1 of 8 tokens", () => {
  // 8 sqrt(t/4) = 4, 5.66, 6.93
  deepStrictEqual([...sqrt.sizes({ length: 8, steps: 4 })], [4, 2, 1, 1]);
});

Deno.test("sqrt leaves a token for each later step", () => {
  // 4 sqrt(1/3) = 2.31, 4 sqrt(2/3) = 3.27
  deepStrictEqual([...sqrt.sizes({ length: 4, steps: 3 })], [2, 1, 1]);
  // 8 sqrt(t/7) = 3.02, 4.28, 5.24, 6.05, ..: at most 1 + t stay allowed
  deepStrictEqual([...sqrt.sizes({ length: 8, steps: 7 })], [2, 1, 1, 1, 1, 1, 1]);
});

Deno.test("sqrt is the inverse function of square", () => {
  const [length, steps] = [65536, 64]; // the last size is 514
  revealedCounts(sqrt.sizes({ length, steps })).forEach((revealed, t) => {
    ok(Math.abs((revealed / length) ** 2 - t / steps) <= 1 / length);
  });
});
