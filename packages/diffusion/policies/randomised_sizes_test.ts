import { deepStrictEqual, throws } from "node:assert/strict";
import { randomPositions } from "./random_positions.ts";
import { randomisedSizes } from "./randomised_sizes.ts";

const space = { length: 3, vocabularySize: 2 };

Deno.test("randomisedSizes() draws each schedule with its weight", () => {
  const rules = randomisedSizes([{ weight: 0.25, sizes: [3] }, { weight: 0.75, sizes: [1, 2] }])
    .rules(space);
  deepStrictEqual(rules.map(({ probability }) => probability), [0.25, 0.75]);
  deepStrictEqual(rules.map(({ rule }) => rule.iterations), [1, 2]);
});

Deno.test("randomisedSizes() refuses weights that are no law", () => {
  for (
    const [weights, sum] of [[[0.5, 0.4], "0.9"], [[1.5, -0.5], "NaN"], [[NaN, 1], "NaN"], [
      [],
      "0",
    ]] as const
  ) {
    throws(() => randomisedSizes(weights.map((weight) => ({ weight, sizes: [3] }))), {
      name: "RangeError",
      message:
        `Cannot mix schedules: weights must be non-negative and sum to 1, got a sum of ${sum}`,
    });
  }
});

Deno.test("randomPositions() and randomisedSizes() refuse sizes that do not fill the sequence", () => {
  throws(() => randomPositions([1, 1]).rules(space), /length 3, got 2/);
  throws(() => randomPositions([3, NaN]).rules(space), /integer of at least 1, got NaN/);
  throws(() => randomisedSizes([{ weight: 1, sizes: [4] }]).rules(space), /length 3, got 4/);
});
