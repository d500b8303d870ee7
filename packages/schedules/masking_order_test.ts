import { deepStrictEqual, notDeepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { maskSizes, revealedCounts } from "./mask_sizes.ts";
import { fromMaskingOrder, toMaskingOrder } from "./masking_order.ts";

Deno.test("the paper's s_t is the size at T - t in order of unmasking", () => {
  const sizes = maskSizes([1, 1, 3]);
  const steps = sizes.length;
  const paper = toMaskingOrder(sizes);
  for (let t = 1; t <= steps; t++) strictEqual(paper[t - 1], sizes[steps - t]);
  deepStrictEqual(paper, [3, 1, 1]); // s_1 = s_max: the paper's unbalanced sizes
});

Deno.test("fromMaskingOrder() and toMaskingOrder() undo each other", () => {
  for (const values of [[1], [2, 5], [1, 1, 3], [4, 1, 2, 2, 7]]) {
    const sizes = maskSizes(values);
    deepStrictEqual(fromMaskingOrder(toMaskingOrder(sizes)), sizes);
    deepStrictEqual(toMaskingOrder(fromMaskingOrder(values)), values);
  }
});

Deno.test("reading a schedule in masking order is a mistake that shows", () => {
  const sizes = maskSizes([1, 1, 3]);
  const misread = maskSizes(toMaskingOrder(sizes));
  notDeepStrictEqual(misread, sizes);
  notDeepStrictEqual(revealedCounts(misread), revealedCounts(sizes));
});

Deno.test("fromMaskingOrder() leaves the array it was given as it was, and refuses bad sizes", () => {
  const paper = [3, 1, 1];
  fromMaskingOrder(paper);
  deepStrictEqual(paper, [3, 1, 1]);
  throws(() => fromMaskingOrder([3, 0]), RangeError);
});
