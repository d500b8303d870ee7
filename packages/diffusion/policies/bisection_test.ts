import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { bisection, bisectionOrder } from "./bisection.ts";

function setsOf(length: number): number[][] {
  return bisectionOrder(length).map((set) => [...set]);
}

Deno.test("bisectionOrder() is the middle of every masked stretch, as by hand", () => {
  deepStrictEqual(setsOf(1), [[0]]);
  deepStrictEqual(setsOf(2), [[1], [0]]);
  deepStrictEqual(setsOf(3), [[1], [0, 2]]);
  deepStrictEqual(setsOf(4), [[2], [1, 3], [0]]);
  deepStrictEqual(setsOf(7), [[3], [1, 5], [0, 2, 4, 6]]);
  deepStrictEqual(setsOf(8), [[4], [2, 6], [1, 3, 5, 7], [0]]);
});

Deno.test("bisection takes ceil(log2(L + 1)) iterations, and no two neighbours in one of them", () => {
  for (let length = 1; length <= 300; length++) {
    const order = bisectionOrder(length);
    let least = 0;
    while (2 ** least < length + 1) least++;
    strictEqual(order.length, least);
    const revealed = new Set<number>();
    for (const set of order) {
      set.toSorted().forEach((position, n, sorted) => {
        if (n === 0) return;
        // A revealed token between any two of a set: what makes it exact on chains.
        let between = false;
        for (let i = sorted[n - 1]! + 1; i < position; i++) between ||= revealed.has(i);
        strictEqual(between, true);
      });
      for (const position of set) revealed.add(position);
    }
    strictEqual(revealed.size, length);
    strictEqual(bisection.rules({ length, vocabularySize: 2 })[0]!.rule.iterations, least);
  }
});
