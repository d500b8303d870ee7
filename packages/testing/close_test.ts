import { doesNotThrow, throws } from "node:assert/strict";
import { assertClose } from "./close.ts";

Deno.test("assertClose() takes what is within its tolerances, and equal infinities", () => {
  doesNotThrow(() => assertClose(1, 1, {}));
  doesNotThrow(() => assertClose(1 + 1e-10, 1, { relative: 1e-9 }));
  doesNotThrow(() => assertClose(1e-10, 0, { absolute: 1e-9 }));
  doesNotThrow(() => assertClose(-100.5, -100, { relative: 0.005 }));
  doesNotThrow(() => assertClose(Infinity, Infinity, {}));
});

Deno.test("assertClose() refuses what is further off, on either side, and every NaN", () => {
  for (
    const [actual, expected] of [
      [1.1, 1],
      [0.9, 1],
      [-1, 1],
      [NaN, 1],
      [1, NaN],
      [NaN, NaN],
      [Infinity, 1],
      [1, Infinity],
      [-Infinity, Infinity],
      [Infinity, -Infinity],
    ] as const
  ) {
    throws(() => assertClose(actual, expected, { relative: 0.01, absolute: 0.01 }), {
      name: "AssertionError",
      message: new RegExp(`expected ${expected}, got ${actual}`),
    });
  }
});
