import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { revealedCounts } from "./mask_sizes.ts";
import { sizesFromRevealedFraction } from "./revealed_fraction.ts";

function sizes(fraction: (u: number) => number, length: number, steps: number): number[] {
  return [...sizesFromRevealedFraction(fraction, { length, steps })];
}

Deno.test("sizesFromRevealedFraction() rounds to the nearest token", () => {
  // 7 u at u = 1/3, 2/3: 2.33 and 4.67
  deepStrictEqual(sizes((u) => u, 7, 3), [2, 3, 2]);
  // 20 u^2 at u = 1/4, 2/4, 3/4: 1.25, 5, 11.25
  deepStrictEqual(sizes((u) => u * u, 20, 4), [1, 4, 6, 9]);
});

Deno.test("sizesFromRevealedFraction() is the length in one step and ones in as many as tokens", () => {
  for (const fraction of [(u: number): number => u, (u: number): number => u ** 9]) {
    deepStrictEqual(sizes(fraction, 6, 1), [6]);
    deepStrictEqual(sizes(fraction, 6, 6), [1, 1, 1, 1, 1, 1]);
  }
});

Deno.test("sizesFromRevealedFraction() holds sizes at 1 where the fraction would give none", () => {
  deepStrictEqual(sizes(() => 0, 8, 4), [1, 1, 1, 5]);
  deepStrictEqual(sizes(() => 1, 8, 4), [5, 1, 1, 1]);
  deepStrictEqual(sizes((u) => 1 - u, 8, 4), [5, 1, 1, 1]);
});

Deno.test("sizesFromRevealedFraction() leaves the nearest count only where a size of 1 forces it", () => {
  const fractions = [1 / 8, 1 / 2, 1, 2, 5].map((power) => (u: number): number => u ** power);
  for (const fraction of fractions) {
    for (let length = 1; length <= 24; length++) {
      for (let steps = 1; steps <= length; steps++) {
        const result = sizesFromRevealedFraction(fraction, { length, steps });
        const revealed = [...revealedCounts(result), length];
        for (let t = 1; t < steps; t++) {
          const wanted = length * fraction(t / steps);
          // 1e-9: room for the rule that a count just below a tie is a tie.
          const nearest = Math.abs(revealed[t]! - wanted) <= 0.5 + 1e-9;
          const held = revealed[t]! > wanted && result[t - 1] === 1;
          const kept = revealed[t]! < wanted && revealed[t] === length - (steps - t);
          ok(nearest || held || kept, `${length} tokens, ${steps} steps, ${[...result]} at ${t}`);
        }
      }
    }
  }
});

Deno.test("sizesFromRevealedFraction() rounds ties up, and a tie lost to the last bit is a tie", () => {
  const cosine = (u: number): number => 1 - Math.cos(Math.PI * u / 2);
  // 5 (1 - cos(pi/3)) is 2.5, but a double away from it: rounding the double gives 2, and other sizes.
  strictEqual(Math.round(5 * 0.4999999999999999), 2);
  deepStrictEqual(sizes((u) => (u < 0.5 ? 0.2 : 0.4999999999999999), 5, 3), [1, 2, 2]);
  deepStrictEqual(sizes((u) => (u < 0.5 ? 0.2 : 0.5), 5, 3), [1, 2, 2]);
  deepStrictEqual(sizes(cosine, 5, 3), [1, 2, 2]);
  // A count that is only close to a tie is rounded down as ever.
  deepStrictEqual(sizes((u) => (u < 0.5 ? 0.2 : 0.4999999), 5, 3), [1, 1, 3]);
});

Deno.test("sizesFromRevealedFraction() refuses a fraction outside [0, 1], saying where", () => {
  for (const value of [-0.1, 1.1, NaN, Infinity]) {
    throws(() => sizes(() => value, 4, 2), {
      name: "RangeError",
      message:
        `Cannot schedule by revealed fraction: fraction(0.5) must lie in [0, 1], got ${value}`,
    });
  }
});
