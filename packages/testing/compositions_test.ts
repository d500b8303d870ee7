import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { compositions, orderedPartitions, subsets } from "./compositions.ts";

Deno.test("compositions() of 3 are all four", () => {
  deepStrictEqual([...compositions(3)], [[3], [1, 2], [2, 1], [1, 1, 1]]);
  deepStrictEqual([...compositions(1)], [[1]]);
});

Deno.test("compositions() are 2^(n-1), each once, each a composition", () => {
  for (const length of [2, 5, 10]) {
    const all = [...compositions(length)];
    strictEqual(new Set(all.map(String)).size, 2 ** (length - 1));
    strictEqual(all.length, 2 ** (length - 1));
    for (const sizes of all) {
      strictEqual(sizes.reduce((a, b) => a + b), length);
      ok(sizes.every((size) => size >= 1));
    }
  }
});

Deno.test("orderedPartitions() are L! / prod sizes[t]!, each once, each a partition", () => {
  for (const [sizes, count] of [[[2, 1], 3], [[2, 2, 1], 30], [[4], 1], [[1, 1, 1], 6]] as const) {
    const all = [...orderedPartitions(sizes)].map((order) => order.map((set) => [...set]));
    strictEqual(new Set(all.map((order) => JSON.stringify(order))).size, count);
    strictEqual(all.length, count);
    for (const order of all) {
      deepStrictEqual(order.map((set) => set.length), [...sizes]);
      deepStrictEqual(order.flat().sort(), [...order.flat().keys()]);
    }
  }
});

Deno.test("subsets() are C(n, k), in the order of the items", () => {
  deepStrictEqual([...subsets(["a", "b", "c"], 2)], [["a", "b"], ["a", "c"], ["b", "c"]]);
  deepStrictEqual([...subsets([1, 2], 0)], [[]]);
  deepStrictEqual([...subsets([1, 2], 3)], []);
  strictEqual([...subsets([...Array(8).keys()], 3)].length, 56);
});
