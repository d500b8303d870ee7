import { deepStrictEqual, notStrictEqual, throws } from "node:assert/strict";
import fc from "fast-check";
import { arbitrarySizes } from "@unmask/testing";
import { lladaTransfer, sizesFromLladaTransfer } from "./llada_transfer.ts";
import { maskSizes } from "./mask_sizes.ts";
import { toMaskingOrder } from "./masking_order.ts";

/** The published rule, one token at a time: the remainder goes to the first steps. */
function evenTransfer(masked: number, steps: number): number[] {
  const transfer = new Array<number>(steps).fill(0);
  for (let token = 0; token < masked; token++) transfer[token % steps]!++;
  return transfer;
}

Deno.test("lladaTransfer() is a plain list in order of unmasking, to change as one likes", () => {
  const sizes = maskSizes([1, 2, 5]);
  const transfer = lladaTransfer(sizes);
  deepStrictEqual(transfer, [1, 2, 5]);
  notStrictEqual(transfer, sizes);
  // A reader that counts along the masking would get another schedule.
  deepStrictEqual(toMaskingOrder(sizes), [5, 2, 1]);
});

Deno.test("sizesFromLladaTransfer() undoes lladaTransfer(), for every schedule", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }).chain(arbitrarySizes), (values) => {
      const sizes = maskSizes(values);
      const length = values.reduce((sum, size) => sum + size, 0);
      deepStrictEqual(sizesFromLladaTransfer(lladaTransfer(sizes), { length }), sizes);
    }),
    { seed: 11, numRuns: 200 },
  );
});

Deno.test("sizesFromLladaTransfer() reads the even split of the sampler, and drops its idle steps", () => {
  deepStrictEqual([...sizesFromLladaTransfer(evenTransfer(15, 4))], [4, 4, 4, 3]);
  deepStrictEqual([...sizesFromLladaTransfer(evenTransfer(6, 4), { length: 6 })], [2, 2, 1, 1]);
  deepStrictEqual(evenTransfer(3, 5), [1, 1, 1, 0, 0]);
  deepStrictEqual([...sizesFromLladaTransfer(evenTransfer(3, 5), { length: 3 })], [1, 1, 1]);
  deepStrictEqual([...sizesFromLladaTransfer([2, 0, 1])], [2, 1]);
});

Deno.test("sizesFromLladaTransfer() refuses what transfers no tokens, saying why", () => {
  const every = "Cannot read a LLaDA transfer list: every entry must be an integer of at least 0";
  const least = "Cannot read a LLaDA transfer list: it must transfer at least one token";
  const refusals: readonly [number[], number | undefined, string][] = [
    [[3, -1], undefined, `${every}, got -1 at [1]`],
    [[1.5], undefined, `${every}, got 1.5 at [0]`],
    [[1, NaN], undefined, `${every}, got NaN at [1]`],
    [[Infinity], undefined, `${every}, got Infinity at [0]`],
    [[], undefined, `${least}, got an empty list`],
    [[0, 0], undefined, `${least}, got zeros only`],
    [[3, 3], 8, "Cannot use mask sizes 3,3: sizes must sum to the length 8, got 6"],
  ];
  for (const [transfer, length, message] of refusals) {
    throws(() => sizesFromLladaTransfer(transfer, length === undefined ? {} : { length }), {
      name: "RangeError",
      message,
    });
  }
});
