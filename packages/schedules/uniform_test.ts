import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { maximumSize, revealedCounts } from "./mask_sizes.ts";
import { uniform } from "./uniform.ts";

Deno.test("uniform spreads 8 tokens over 3 steps as 2, 3, 3", () => {
  deepStrictEqual([...uniform.sizes({ length: 8, steps: 3 })], [2, 3, 3]);
});

Deno.test("uniform sizes differ by at most 1, so the largest is ceil(L / T)", () => {
  for (let length = 1; length <= 40; length++) {
    for (let steps = 1; steps <= length; steps++) {
      const sizes = uniform.sizes({ length, steps });
      ok(Math.max(...sizes) - Math.min(...sizes) <= 1);
      strictEqual(maximumSize(sizes), Math.ceil(length / steps));
    }
  }
});

Deno.test("uniform reveals floor(t L / T) tokens before step t, in exact integers", () => {
  const large: readonly [number, number][] = [
    [2 ** 53 - 1, 1000],
    [2 ** 53 - 1, 7],
    [9_007_199_254_740_881, 4093],
  ];
  const small = Array.from({ length: 40 }, (_, i) => i + 1)
    .flatMap((length) => Array.from({ length }, (_, i) => [length, i + 1] as const));
  for (const [length, steps] of [...large, ...small]) {
    const expected = Array.from(
      { length: steps },
      (_, t) => Number(BigInt(t) * BigInt(length) / BigInt(steps)),
    );
    deepStrictEqual(revealedCounts(uniform.sizes({ length, steps })), expected);
  }
});

Deno.test("floor(t L / T) in doubles is another number where t L passes 2^53", () => {
  const [length, steps] = [2 ** 53 - 1, 1000];
  const exact = revealedCounts(uniform.sizes({ length, steps }));
  ok(exact.some((count, t) => count !== Math.floor(t * length / steps)));
});
