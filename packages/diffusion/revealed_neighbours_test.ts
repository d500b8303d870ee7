import { deepStrictEqual } from "node:assert/strict";
import { drawPermutation, streamFamily } from "@unmask/random";
import { maskSizes } from "@unmask/schedules";
import { compositions, orderedPartitions } from "@unmask/testing";
import { RevealedNeighbours } from "./revealed_neighbours.ts";

/** Nearest position of an earlier iteration on either side, by looking; 0 and `L + 1` for none. */
function naiveNeighbours(order: readonly Int32Array[]): { left: number[]; right: number[] } {
  const length = order.reduce((sum, positions) => sum + positions.length, 0);
  const revealed = new Set<number>();
  const left = new Array<number>(length).fill(0);
  const right = new Array<number>(length).fill(length + 1);
  for (const positions of order) {
    for (const i of positions) {
      for (let a = 0; a < i; a++) if (revealed.has(a)) left[i] = a + 1;
      for (let b = length - 1; b > i; b--) if (revealed.has(b)) right[i] = b + 1;
    }
    for (const i of positions) revealed.add(i);
  }
  return { left, right };
}

function foundNeighbours(
  neighbours: RevealedNeighbours,
  order: readonly Int32Array[],
): { left: number[]; right: number[] } {
  const sizes = maskSizes(order.map((positions) => positions.length));
  neighbours.findIn(Int32Array.from(order.flatMap((positions) => [...positions])), sizes);
  return { left: [...neighbours.left].slice(1, -1), right: [...neighbours.right].slice(1, -1) };
}

Deno.test("RevealedNeighbours finds what looking finds, in every ordered partition of up to 6 positions", () => {
  for (const length of [1, 2, 3, 4, 5, 6]) {
    const neighbours = new RevealedNeighbours(length);
    for (const sizes of compositions(length)) {
      for (const order of orderedPartitions(sizes)) {
        deepStrictEqual(foundNeighbours(neighbours, order), naiveNeighbours(order));
        // Within a set any order will do.
        const backwards = order.map((positions) => positions.toReversed());
        deepStrictEqual(foundNeighbours(neighbours, backwards), naiveNeighbours(order));
      }
    }
  }
});

Deno.test("RevealedNeighbours finds what looking finds in long orders, one after another", () => {
  const streams = streamFamily({ seed: 161, cell: "neighbours", purpose: "orders" });
  const neighbours = new RevealedNeighbours(100);
  [[100], [1, 99], [99, 1], [25, 25, 25, 25], new Array<number>(100).fill(1)].forEach(
    (sizes, n) => {
      const permutation = drawPermutation(100, streams.at(n));
      let revealed = 0;
      const order = sizes.map((size) => permutation.subarray(revealed, revealed += size));
      deepStrictEqual(foundNeighbours(neighbours, order), naiveNeighbours(order));
    },
  );
});

Deno.test("from left to right every position has the one before it, and none after", () => {
  const neighbours = new RevealedNeighbours(3);
  neighbours.findFromLeft();
  deepStrictEqual([...neighbours.left].slice(1, -1), [0, 1, 2]);
  deepStrictEqual([...neighbours.right].slice(1, -1), [4, 4, 4]);
});
