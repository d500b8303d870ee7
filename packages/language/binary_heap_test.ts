import { deepStrictEqual, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { BinaryHeap } from "./binary_heap.ts";

Deno.test("a BinaryHeap gives its items in order, whenever they were put in", () => {
  fc.assert(fc.property(
    fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant("pop" as const))),
    (steps) => {
      const heap = new BinaryHeap<number>((a, b) => a < b);
      let kept: number[] = [];
      for (const step of steps) {
        if (step === "pop") {
          const [first, ...rest] = kept;
          strictEqual(heap.pop(), first);
          kept = rest;
        } else {
          heap.push(step);
          kept = [...kept, step].sort((a, b) => a - b);
        }
      }
      deepStrictEqual(kept.map(() => heap.pop()), kept);
      strictEqual(heap.pop(), undefined);
    },
  ));
});
