import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { beta } from "./beta.ts";
import { revealedCounts } from "./mask_sizes.ts";
import { sizesFromRevealedFraction } from "./revealed_fraction.ts";

Deno.test("beta(1,1) reveals sin^2(pi u / 2): 2, 6, 6, 2 of 16 tokens", () => {
  // 16 sin^2(pi t / 8) = 2.34, 8, 13.66
  deepStrictEqual([...beta({ a: 1, b: 1 }).sizes({ length: 16, steps: 4 })], [2, 6, 6, 2]);
});

Deno.test("beta(2,1) reveals sin^2(pi u^2 / 2)", () => {
  // u^2 = 1/16, 1/4, 9/16: 64 sin^2 = 0.61, 9.37, 38.24
  deepStrictEqual([...beta({ a: 2, b: 1 }).sizes({ length: 64, steps: 4 })], [1, 8, 29, 26]);
});

Deno.test("beta(1/2,1/2) is linear: the arcsine law undoes the sine", () => {
  const family = beta({ a: 0.5, b: 0.5 });
  for (let length = 1; length <= 60; length++) {
    for (let steps = 1; steps <= length; steps++) {
      const options = { length, steps };
      deepStrictEqual(family.sizes(options), sizesFromRevealedFraction((u) => u, options));
    }
  }
});

Deno.test("beta(b,a) is the mirror of beta(a,b), up to how half tokens are rounded", () => {
  const [length, steps] = [4096, 16];
  for (const [a, b] of [[2, 3], [0.5, 4], [1, 1], [0.7, 0.2]] as const) {
    const there = revealedCounts(beta({ a, b }).sizes({ length, steps }));
    const back = revealedCounts(beta({ a: b, b: a }).sizes({ length, steps }));
    let largest = 0;
    for (let t = 1; t < steps; t++) {
      largest = Math.max(largest, Math.abs(there[t]! + back[steps - t]! - length));
    }
    ok(largest <= 1, `off by ${largest}`);
  }
  const [early, late] = [beta({ a: 2, b: 3 }), beta({ a: 3, b: 2 })];
  ok(revealedCounts(early.sizes({ length, steps }))[8]! > length / 2);
  ok(revealedCounts(late.sizes({ length, steps }))[8]! < length / 2);
});

Deno.test("beta() of extreme parameters still gives sizes", () => {
  for (const a of [2 ** -20, 1, 2 ** 20]) {
    for (const b of [2 ** -20, 1, 2 ** 20]) {
      strictEqual(beta({ a, b }).sizes({ length: 100, steps: 30 }).length, 30);
    }
  }
});

Deno.test("beta() is named as it is written on a command line", () => {
  strictEqual(beta({ a: 2, b: 0.5 }).name, "beta(2,0.5)");
});

Deno.test("beta() refuses parameters that are no shapes, saying which", () => {
  for (const value of [0, -1, NaN, Infinity, 1e300, 1e-300]) {
    throws(() => beta({ a: value, b: 1 }), {
      name: "RangeError",
      message: `Cannot make a beta schedule: a must be from 2^-20 to 2^20, got ${value}`,
    });
    throws(() => beta({ a: 1, b: value }), /b must be from 2\^-20 to 2\^20, got/);
  }
});
