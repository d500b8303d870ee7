import { deepStrictEqual } from "node:assert/strict";
import { BELOW_ZERO, pathErrorOf, priceNotes } from "./estimated_path_error.ts";

Deno.test("an interval that reaches 0 is cut there, and one below it is none", () => {
  const reaches = pathErrorOf({ mean: -0.1, standardError: 0.2, interval: [-0.5, 0.3] });
  deepStrictEqual(reaches, { pathError: 0, interval: [0, 0.3] });
  deepStrictEqual(priceNotes([reaches]), []);
  const below = pathErrorOf({ mean: -5, standardError: 0.2, interval: [-5.4, -4.6] });
  deepStrictEqual(below, { pathError: 0, interval: null });
  deepStrictEqual(priceNotes([reaches, below]), [BELOW_ZERO]);
});

Deno.test("revealing one token at a time costs nothing, rounded or not", () => {
  for (const mean of [0, 3e-14, -3e-14]) {
    deepStrictEqual(pathErrorOf({ mean, standardError: 0, interval: [mean, mean] }), {
      pathError: 0,
      interval: [0, 0],
    });
  }
});
