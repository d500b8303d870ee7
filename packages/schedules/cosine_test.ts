import { deepStrictEqual, ok } from "node:assert/strict";
import { cosine } from "./cosine.ts";
import { revealedCounts } from "./mask_sizes.ts";

Deno.test("cosine reveals 1, 1, 3, 3 of 8 tokens", () => {
  // 8 (1 - cos(pi t / 8)) for t = 1, 2, 3: 0.61, 2.34, 4.94
  deepStrictEqual([...cosine.sizes({ length: 8, steps: 4 })], [1, 1, 3, 3]);
});

Deno.test("cosine breaks the tie at u = 2/3 upwards", () => {
  // 5 (1 - cos(pi / 3)) = 2.5
  deepStrictEqual([...cosine.sizes({ length: 5, steps: 3 })], [1, 2, 2]);
});

Deno.test("cosine keeps within half a token of L cos(pi t / (2 T)) masked", () => {
  const [length, steps] = [4096, 32]; // the first size is 4.9, so nothing is held at 1
  revealedCounts(cosine.sizes({ length, steps })).forEach((revealed, t) => {
    const masked = length * Math.cos(Math.PI * t / (2 * steps));
    ok(Math.abs(length - revealed - masked) <= 0.5 + 1e-8);
  });
});

Deno.test("cosine is not the squared cosine of continuous diffusion", () => {
  const [length, steps] = [4096, 32];
  const counts = revealedCounts(cosine.sizes({ length, steps }));
  ok(counts.some((revealed, t) => {
    const masked = length * Math.cos(Math.PI * t / (2 * steps)) ** 2;
    return Math.abs(length - revealed - masked) > 100;
  }));
});
