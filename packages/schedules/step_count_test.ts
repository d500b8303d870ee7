import { doesNotThrow, throws } from "node:assert/strict";
import { scheduleFamilies } from "./families.ts";
import { sizesFromRevealedFraction } from "./revealed_fraction.ts";
import { checkStepCount } from "./step_count.ts";

const refusals: readonly [number, number, string][] = [
  [8, 9, "Cannot schedule 9 steps: steps must be at most the length 8, got 9"],
  [8, 0, "Cannot schedule 0 steps: steps must be an integer of at least 1, got 0"],
  [8, -1, "Cannot schedule -1 steps: steps must be an integer of at least 1, got -1"],
  [8, 2.5, "Cannot schedule 2.5 steps: steps must be an integer of at least 1, got 2.5"],
  [8, NaN, "Cannot schedule NaN steps: steps must be an integer of at least 1, got NaN"],
  [0, 1, "Cannot schedule length 0: length must be an integer of at least 1, got 0"],
  [-3, 1, "Cannot schedule length -3: length must be an integer of at least 1, got -3"],
  [7.5, 1, "Cannot schedule length 7.5: length must be an integer of at least 1, got 7.5"],
  [NaN, 1, "Cannot schedule length NaN: length must be an integer of at least 1, got NaN"],
  [
    2 ** 40,
    2 ** 26 + 1,
    "Cannot schedule 67108865 steps: steps must be at most the limit of 2^26, got 67108865",
  ],
];

Deno.test("checkStepCount() refuses what no schedule can have, saying which rule", () => {
  for (const [length, steps, message] of refusals) {
    throws(() => checkStepCount({ length, steps }), { name: "RangeError", message });
  }
});

Deno.test("checkStepCount() lets the extremes pass", () => {
  doesNotThrow(() => checkStepCount({ length: 1, steps: 1 }));
  doesNotThrow(() => checkStepCount({ length: 8, steps: 8 }));
  doesNotThrow(() => checkStepCount({ length: 2 ** 53 - 1, steps: 2 ** 26 }));
});

Deno.test("every family, and the general rounding, refuses with the same words", () => {
  for (const [length, steps, message] of refusals) {
    for (const family of scheduleFamilies) {
      throws(() => family.sizes({ length, steps }), { name: "RangeError", message });
    }
    throws(() => sizesFromRevealedFraction((u) => u, { length, steps }), {
      name: "RangeError",
      message,
    });
  }
});
