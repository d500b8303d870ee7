import { deepStrictEqual, notDeepStrictEqual } from "node:assert/strict";
import { linear } from "./linear.ts";
import { revealedCounts } from "./mask_sizes.ts";
import { uniform } from "./uniform.ts";

Deno.test("linear leaves floor(L (1 - t / T)) tokens masked after t steps", () => {
  for (let length = 1; length <= 40; length++) {
    for (let steps = 1; steps <= length; steps++) {
      const expected = Array.from(
        { length: steps },
        (_, t) => length - Number(BigInt(length) * BigInt(steps - t) / BigInt(steps)),
      );
      deepStrictEqual(revealedCounts(linear.sizes({ length, steps })), expected);
    }
  }
});

Deno.test("linear is uniform but for which steps get the larger sizes", () => {
  const options = { length: 8, steps: 3 };
  deepStrictEqual([...linear.sizes(options)], [3, 3, 2]);
  deepStrictEqual(linear.sizes(options).toSorted(), uniform.sizes(options).toSorted());
  notDeepStrictEqual(linear.sizes(options), uniform.sizes(options));
  deepStrictEqual(linear.sizes({ length: 8, steps: 4 }), uniform.sizes({ length: 8, steps: 4 }));
});
