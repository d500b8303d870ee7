import { ok, strictEqual } from "node:assert/strict";
import { curveFromTokenMutualInformation } from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import { compositions } from "@unmask/testing";
import { joinedCounts } from "./joined_counts.ts";
import { pathError } from "./path_error.ts";

/** Curves of whole informations on which many schedules tie. */
const curves = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [0, 0, 0, 2, 2, 2, 4, 4, 4, 4],
  [0, 0, 0, 0, 1, 1, 1, 1, 1, 1],
  [0, 3, 3, 4, 6, 6, 6, 7, 9, 9],
].map((z) => curveFromTokenMutualInformation(z.at(-1)!, z));

function countsOf(sizes: readonly number[]): Int32Array {
  let revealed = 0;
  return Int32Array.from(sizes, (size) => revealed += size);
}

Deno.test("joinedCounts() of two schedules that one penalty makes best is a best one too", () => {
  let joined = 0;
  for (const curve of curves) {
    for (const penalty of [1, 2, 3, 4, 6, 8]) {
      const priced = [...compositions(10)].map((sizes) => ({
        sizes,
        value: pathError(curve, sizes) + penalty * sizes.length,
      }));
      const least = priced.reduce((best, { value }) => Math.min(best, value), Infinity);
      const best = priced.filter(({ value }) => value === least).map(({ sizes }) => sizes);
      for (const few of best) {
        for (const many of best) {
          for (let steps = few.length + 1; steps < many.length; steps++) {
            const counts = joinedCounts(countsOf(few), countsOf(many), { steps });
            const sizes = maskSizes(
              Array.from(counts, (end, t) => end - (t === 0 ? 0 : counts[t - 1]!)),
              { length: 10 },
            );
            strictEqual(sizes.length, steps);
            strictEqual(pathError(curve, sizes) + penalty * steps, least);
            joined++;
          }
        }
      }
    }
  }
  ok(joined > 1000, `${joined} joined`);
});

Deno.test("cutting the longer schedule short instead is no optimum: the check can fail", () => {
  const straight = curves[0]!;
  // Sizes of 1 and of 2 are both best at a penalty of 1.
  const singles = Array.from({ length: 10 }, () => 1);
  const cut = [...singles.slice(0, 6), 4];
  ok(pathError(straight, cut) + 7 > pathError(straight, singles) + 10);
  const joined = joinedCounts(Int32Array.of(2, 4, 6, 8, 10), countsOf(singles), { steps: 7 });
  strictEqual(joined.join(), "1,2,3,4,6,8,10");
});
