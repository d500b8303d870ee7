import { deepStrictEqual, throws } from "node:assert/strict";
import { proposedPositions } from "@unmask/testing";
import { confidence, margin, negativeEntropy } from "./token_score.ts";
import { topPositions } from "./top_positions.ts";

/** Surest first: 3, 1, 2, 0 by confidence; 1, 3, 0, 2 by margin; 3, 2, 1, 0 by entropy. */
const rows = [
  [0.45, 0.35, 0.2],
  [0.6, 0.2, 0.2],
  [0.05, 0.475, 0.475],
  [0.65, 0.35, 0],
];

Deno.test("topPositions() reveals the k surest by its score, surest first", () => {
  deepStrictEqual(proposedPositions(topPositions(confidence, { count: 3 }), rows), [3, 1, 2]);
  deepStrictEqual(proposedPositions(topPositions(margin, { count: 3 }), rows), [1, 3, 0]);
  deepStrictEqual(proposedPositions(topPositions(negativeEntropy, { count: 3 }), rows), [3, 2, 1]);
  deepStrictEqual(proposedPositions(topPositions(confidence, { count: 9 }), rows), [3, 1, 2, 0]);
  deepStrictEqual(proposedPositions(topPositions(confidence, { sizes: [2, 2] }), rows), [3, 1]);
});

Deno.test("topPositions() takes ties from left to right, those that rounding breaks included", () => {
  const third = 1 / 3;
  const tied = [
    [third, third, third],
    // The same numbers by other ways to round them.
    [0.1 + 0.2, 0.7, 0],
    [0.3, 0.7 + 2 ** -53, 0],
    [1 - 0.7, 0.7 + 2 ** -52, 0],
    [third, 1 - 2 * third, third],
  ];
  for (const score of [confidence, margin, negativeEntropy]) {
    const top = topPositions(score, { count: 5 });
    deepStrictEqual(proposedPositions(top, tied), [1, 2, 3, 0, 4]);
    deepStrictEqual(proposedPositions(top, tied.toReversed()), [1, 2, 3, 0, 4]);
  }
});

Deno.test("topPositions() refuses counts and sizes that do not fit", () => {
  for (const count of [0, -1, 1.5, NaN, Infinity]) {
    throws(() => topPositions(confidence, { count }), {
      name: "RangeError",
      message:
        `Cannot reveal the surest positions: count must be an integer of at least 1, got ${count}`,
    });
  }
  const space = { length: 4, vocabularySize: 2 };
  throws(() => topPositions(margin, { sizes: [2, 1] }).rules(space), /length 4, got 3/);
  throws(
    () => topPositions(margin, { sizes: [4, 0] }).rules(space),
    /integer of at least 1, got 0/,
  );
});
