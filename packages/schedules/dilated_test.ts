import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { dilated } from "./dilated.ts";
import { revealedCounts } from "./mask_sizes.ts";

Deno.test("dilated in log2(L) steps is the scheduler's block: 2, 2, 4, 8 of 16 tokens", () => {
  deepStrictEqual([...dilated.sizes({ length: 16, steps: 4 })], [2, 2, 4, 8]);
});

Deno.test("dilated starts with a coarser grid where steps are few, and with 1 where they are many", () => {
  deepStrictEqual([...dilated.sizes({ length: 16, steps: 2 })], [8, 8]);
  deepStrictEqual([...dilated.sizes({ length: 16, steps: 5 })], [1, 1, 2, 4, 8]);
  deepStrictEqual([...dilated.sizes({ length: 16, steps: 7 })], [1, 1, 1, 1, 1, 3, 8]);
  deepStrictEqual([...dilated.sizes({ length: 10, steps: 4 })], [2, 1, 2, 5]);
});

Deno.test("dilated counts the positions of its strides, one by one", () => {
  for (let length = 1; length <= 70; length++) {
    // Where the coarsest stride is below the length every step reveals something.
    for (let steps = 1; 2 ** (steps - 1) < length; steps++) {
      const revealed = new Set<number>();
      const sizes = Array.from({ length: steps }, (_, t) => {
        const before = revealed.size;
        for (let i = 0; i < length; i += 2 ** (steps - 1 - t)) revealed.add(i);
        return revealed.size - before;
      });
      deepStrictEqual([...dilated.sizes({ length, steps })], sizes);
    }
  }
});

Deno.test("dilated takes more steps than a double has powers of two", () => {
  const sizes = dilated.sizes({ length: 5000, steps: 3000 });
  strictEqual(sizes.length, 3000);
  strictEqual(revealedCounts(sizes).at(-1), 4999 - sizes.at(-1)! + 1);
});
