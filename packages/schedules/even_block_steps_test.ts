import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { blocksOfLength } from "./block_lengths.ts";
import { evenBlockSteps } from "./even_block_steps.ts";

Deno.test("evenBlockSteps() gives every block as many steps, one more to the first of the rest", () => {
  deepStrictEqual(evenBlockSteps([8, 8, 8], { steps: 12 }), [4, 4, 4]);
  deepStrictEqual(evenBlockSteps([8, 8, 8], { steps: 14 }), [5, 5, 4]);
});

Deno.test("a block that is too short for its share leaves the rest to the others", () => {
  deepStrictEqual(evenBlockSteps([8, 8, 2], { steps: 14 }), [6, 6, 2]);
  deepStrictEqual(evenBlockSteps([8, 1, 8, 1], { steps: 18 }), [8, 1, 8, 1]);
});

Deno.test("evenBlockSteps() spends every step, at least one and at most one a token", () => {
  for (let length = 1; length <= 20; length++) {
    for (let blockLength = 1; blockLength <= length; blockLength++) {
      const lengths = blocksOfLength({ length, blockLength });
      for (let steps = lengths.length; steps <= length; steps++) {
        const split = evenBlockSteps(lengths, { steps });
        strictEqual(split.reduce((sum, given) => sum + given, 0), steps);
        ok(split.every((given, b) => given >= 1 && given <= lengths[b]!));
      }
    }
  }
});

Deno.test("steps that blocks cannot take are refused", () => {
  const fewer = "Cannot plan blocks: steps must be an integer of at least one for each of 3 blocks";
  for (const steps of [2, 0, -1, 3.5, NaN]) {
    throws(() => evenBlockSteps([2, 2, 2], { steps }), {
      name: "RangeError",
      message: `${fewer}, got ${steps}`,
    });
  }
  throws(() => evenBlockSteps([2, 2, 2], { steps: 7 }), {
    name: "RangeError",
    message: "Cannot plan blocks: steps must be at most the length 6, got 7",
  });
});
