import { ok, strictEqual } from "node:assert/strict";
import { assertClose } from "@unmask/testing";
import { entropy, entropyOfMasses } from "./entropy.ts";
import { pmf, pmfFromWeights } from "./pmf.ts";
import { xLogX } from "./x_log_x.ts";

/** Largest entropies here are 14 nats of up to a million terms, each right to half a unit. */
const rounding = { relative: 1e-15 };

Deno.test("xLogX() is 0 at 0 and 1, lowest at 1/e, and NaN where it is not defined", () => {
  strictEqual(xLogX(0), 0);
  strictEqual(xLogX(-0), 0);
  strictEqual(xLogX(1), 0);
  assertClose(xLogX(1 / Math.E), -1 / Math.E, rounding);
  strictEqual(xLogX(5e-324), 5e-324 * Math.log(5e-324));
  strictEqual(xLogX(-1), NaN);
  strictEqual(xLogX(NaN), NaN);
});

Deno.test("entropy() is exactly 0 for one outcome, not -0", () => {
  for (const masses of [[1], [0, 1, 0], [1, 0]]) ok(Object.is(entropy(pmf(masses)), 0));
});

Deno.test("entropy() of n equal outcomes is ln n", () => {
  for (const n of [2, 3, 7, 1000, 2 ** 20]) {
    assertClose(entropy(pmfFromWeights(new Float64Array(n).fill(1))), Math.log(n), rounding);
  }
});

Deno.test("entropy() is that of a hand", () => {
  // (1/2, 1/4, 1/8, 1/8): 1/2 + 2/4 + 3/8 + 3/8 = 7/4 bits.
  assertClose(entropy(pmf([0.5, 0.25, 0.125, 0.125])), 1.75 * Math.LN2, rounding);
});

Deno.test("entropy() counts masses down to subnormal ones", () => {
  const tiny = 2 ** -1074;
  strictEqual(entropy(pmf([1, tiny])), -tiny * Math.log(tiny));
});

Deno.test("entropyOfMasses() reads the cells asked for and no others", () => {
  const cells = Float64Array.of(0.5, 0.5, NaN);
  strictEqual(entropyOfMasses(cells, 2), Math.LN2);
  strictEqual(entropyOfMasses(cells, 0), 0);
});

Deno.test("entropyOfMasses() lets no NaN pass for an entropy of 0", () => {
  strictEqual(entropyOfMasses(Float64Array.of(0.5, NaN)), NaN);
  strictEqual(entropyOfMasses(Float64Array.of(1.5, -0.5)), NaN);
});

Deno.test("entropyOfMasses() of a mass a rounding above 1 is 0", () => {
  strictEqual(entropyOfMasses(Float64Array.of(1 + 2 ** -52)), 0);
});

Deno.test("entropyOfMasses() does not lose digits to the number of cells", () => {
  const n = 2 ** 20;
  // Half the mass on one cell, the rest spread: 1/2 ln 2 + 1/2 ln(2 n).
  const masses = new Float64Array(n + 1).fill(0.5 / n);
  masses[0] = 0.5;
  assertClose(entropyOfMasses(masses), 0.5 * Math.LN2 + 0.5 * Math.log(2 * n), rounding);
});
