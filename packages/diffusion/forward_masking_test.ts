import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { MASK } from "@unmask/information";
import { streamFamily } from "@unmask/random";
import { assertDrawnFrom, subsets } from "@unmask/testing";
import { forwardMask, forwardProcess } from "./forward_masking.ts";

const streams = streamFamily({ seed: 111, cell: "forward", purpose: "masks" });

Deno.test("forwardMask() masks a uniform set of the given size and leaves the rest", () => {
  const tokens = Int32Array.of(4, 3, 2, 1, 0);
  const sets = new Map([...subsets([0, 1, 2, 3, 4], 2)].map((set, i) => [set.join(), i]));
  assertDrawnFrom(new Array(10).fill(0.1), {
    draws: 5000,
    draw(sample): number {
      const state = forwardMask(tokens, { masked: 2, stream: streams.at(sample) });
      const masked = [...state.keys()].filter((i) => state[i] === MASK);
      state.forEach((token, i) => strictEqual(token, masked.includes(i) ? MASK : tokens[i]));
      return sets.get(masked.join())!;
    },
  });
  deepStrictEqual([...tokens], [4, 3, 2, 1, 0]);
});

Deno.test("forwardMask() masks nothing or everything when asked to", () => {
  const tokens = Int32Array.of(1, 2);
  deepStrictEqual([...forwardMask(tokens, { masked: 0, stream: streams.at(0) })], [1, 2]);
  deepStrictEqual([...forwardMask(tokens, { masked: 2, stream: streams.at(0) })], [MASK, MASK]);
  for (const masked of [-1, 3, 0.5, NaN]) {
    throws(() => forwardMask(tokens, { masked, stream: streams.at(0) }), RangeError);
  }
});

Deno.test("forwardProcess() masks last what is revealed first", () => {
  const tokens = Int32Array.of(7, 8, 9, 6);
  const order = [Int32Array.of(2), Int32Array.of(0, 3), Int32Array.of(1)];
  const states = forwardProcess(tokens, order).map((state) => [...state]);
  deepStrictEqual(states, [
    [7, 8, 9, 6],
    [7, MASK, 9, 6],
    [MASK, MASK, 9, MASK],
    [MASK, MASK, MASK, MASK],
  ]);
  throws(() => forwardProcess(tokens, order.slice(1)), /must reveal 4 positions, got 3/);
});
