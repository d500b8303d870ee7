import { deepStrictEqual, throws } from "node:assert/strict";
import { onlyRule, randomPositions, type UnmaskingPolicy } from "@unmask/diffusion";
import { proposedPositions } from "./proposed_positions.ts";

Deno.test("proposedPositions() shows a rule all positions masked and the rows given", () => {
  const policy: UnmaskingPolicy = {
    name: "first is 1",
    rules: ({ vocabularySize }) =>
      onlyRule({
        readsPredictions: true,
        propose({ candidates, predictions }): { candidates: Int32Array; size: number } {
          const chosen = candidates.filter((_, row) => predictions[row * vocabularySize] === 1);
          return { candidates: chosen, size: chosen.length };
        },
      }),
  };
  deepStrictEqual(proposedPositions(policy, [[1, 0, 0], [0, 1, 0], [1, 0, 0]]), [0, 2]);
});

Deno.test("proposedPositions() refuses sets left to chance", () => {
  throws(() => proposedPositions(randomPositions([1, 1]), [[1], [1]]), /size must be all, got 1/);
});
