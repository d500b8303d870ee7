import { deepStrictEqual, ok } from "node:assert/strict";
import { log } from "./log.ts";
import { revealedCounts } from "./mask_sizes.ts";

Deno.test("log reveals 8, 4, 2, 2 of 16 tokens", () => {
  // 16 (1 + log_16(t/4)) = 8, 12, 14.34
  deepStrictEqual([...log.sizes({ length: 16, steps: 4 })], [8, 4, 2, 2]);
});

Deno.test("log gives L / log2(L) tokens less for every halving of u", () => {
  const length = 2 ** 12;
  const counts = revealedCounts(log.sizes({ length, steps: 8 }));
  // Masked at u = 1/8, 1/4, 1/2: three, two and one twelfths of 4096, rounded.
  deepStrictEqual([1, 2, 4].map((t) => length - counts[t]!), [1024, 683, 341]);
});

Deno.test("log reveals one token first where nothing else is left for the later steps", () => {
  deepStrictEqual([...log.sizes({ length: 7, steps: 7 })], [1, 1, 1, 1, 1, 1, 1]);
  deepStrictEqual([...log.sizes({ length: 1, steps: 1 })], [1]);
});

Deno.test("log is the inverse function of exponential", () => {
  const [length, steps] = [4096, 32]; // the last size is 15.6
  revealedCounts(log.sizes({ length, steps })).forEach((revealed, t) => {
    if (t > 0) ok(Math.abs(Math.log(steps / t) / Math.log(length) - 1 + revealed / length) < 2e-4);
  });
});
