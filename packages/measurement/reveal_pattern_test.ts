import { deepStrictEqual, throws } from "node:assert/strict";
import { MASK } from "@unmask/information";
import { drawOrder } from "./draw_order.ts";
import { onlyGiven, revealPattern } from "./reveal_pattern.ts";
import { streamFamily } from "@unmask/random";

Deno.test("revealPattern() tells what is given from what is unmasked", () => {
  const pattern = revealPattern(6, [4, 0]);
  deepStrictEqual([...pattern.given], [0, 4]);
  deepStrictEqual([...pattern.unmasked], [1, 2, 3, 5]);
  deepStrictEqual([...onlyGiven(Int32Array.of(9, 8, 7, 6, 5, 4), pattern)], [
    9,
    MASK,
    MASK,
    MASK,
    5,
    MASK,
  ]);
  deepStrictEqual([...revealPattern(3).unmasked], [0, 1, 2]);
});

Deno.test("drawOrder() gives each order of what is unmasked equally often", () => {
  const pattern = revealPattern(5, [1, 3]);
  const streams = streamFamily({ seed: 1, cell: "orders", purpose: "test" });
  const counts = new Map<string, number>();
  for (let n = 0; n < 1200; n++) {
    const key = drawOrder(pattern, streams.at(n)).join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  deepStrictEqual([...counts.keys()].sort(), [
    "0,2,4",
    "0,4,2",
    "2,0,4",
    "2,4,0",
    "4,0,2",
    "4,2,0",
  ]);
  // Chi-square with 5 degrees of freedom is above 20.5 in 1 of 1,000.
  const chiSquare = [...counts.values()].reduce((sum, c) => sum + (c - 200) ** 2 / 200, 0);
  deepStrictEqual(chiSquare < 20.5, true);
});

Deno.test("revealPattern() refuses positions that are none, and too few to unmask", () => {
  throws(() => revealPattern(6, [6]), /each must be an integer from 0 to 5, got 6/);
  throws(() => revealPattern(6, [2, 2]), /each must occur once, got 2 twice/);
  throws(() => revealPattern(6, [0, 1, 2, 3]), {
    name: "RangeError",
    message: "Cannot measure a model: positions to unmask must be at least 3, got 2 of 6",
  });
});
