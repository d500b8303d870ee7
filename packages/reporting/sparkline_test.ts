import assert from "node:assert/strict";
import { sparkline } from "./sparkline.ts";

const cases: readonly (readonly [string, readonly number[], string])[] = [
  ["eight levels", [0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█"],
  ["a range that does not begin at zero", [100, 107, 100], "▁█▁"],
  ["equal values", [3, 3, 3], "▁▁▁"],
  ["a range wider than the largest number", [-1.7e308, 0, 1.7e308], "▁▅█"],
  ["values that are not finite", [1, NaN, 2, Infinity], "▁ █ "],
  ["nothing", [], ""],
];

for (const [what, values, text] of cases) {
  Deno.test(`sparkline() draws ${what}`, () => {
    assert.equal(sparkline(values), text);
    assert.equal(sparkline(Float64Array.from(values)), text);
  });
}
