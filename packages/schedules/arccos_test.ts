import { deepStrictEqual, ok } from "node:assert/strict";
import { arccos } from "./arccos.ts";
import { cosine } from "./cosine.ts";
import { revealedCounts } from "./mask_sizes.ts";

Deno.test("arccos reveals 3, 2, 4, 7 of 16 tokens", () => {
  // 16 (1 - arccos(t / 4) / (pi / 2)) for t = 1, 2, 3: 2.57, 16/3, 8.64
  deepStrictEqual([...arccos.sizes({ length: 16, steps: 4 })], [3, 2, 4, 7]);
});

Deno.test("arccos keeps within half a token of L arccos(t / T) / (pi / 2) masked", () => {
  const [length, steps] = [4096, 32];
  revealedCounts(arccos.sizes({ length, steps })).forEach((revealed, t) => {
    const masked = length * Math.acos(t / steps) / (Math.PI / 2);
    ok(Math.abs(length - revealed - masked) <= 0.5 + 1e-8);
  });
});

Deno.test("arccos is the inverse function of cosine mirrored, and not cosine", () => {
  const [length, steps] = [4096, 32];
  for (const [t, revealed] of revealedCounts(arccos.sizes({ length, steps })).entries()) {
    // The mirrored cosine at the share revealed of the steps is t / T; its slope is at most pi/2.
    const mirrored = Math.sin(Math.PI / 2 * revealed / length);
    ok(Math.abs(mirrored - t / steps) <= Math.PI / 2 * 0.5 / length + 1e-12);
  }
  const [mine, its] = [arccos, cosine].map((family) => family.sizes({ length, steps })[0]!);
  // Slopes at 0: 2 / pi against 0.
  ok(mine! > 10 * its!);
});
