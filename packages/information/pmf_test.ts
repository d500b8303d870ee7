import { deepStrictEqual, notStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { compensatedSum } from "./compensated_sum.ts";
import { type Pmf, pmf, pmfFromWeights } from "./pmf.ts";

Deno.test("pmf() copies the masses and changes none", () => {
  const masses = Float64Array.of(0.1, 0.2, 0.7000000001);
  const proved = pmf(masses);
  deepStrictEqual([...proved], [...masses]);
  notStrictEqual(proved, masses);
  masses[0] = 9;
  strictEqual(proved[0], 0.1);
});

Deno.test("pmf() takes masses whose sum is off by rounding, a million of them", () => {
  const n = 1e6;
  strictEqual(pmf(new Float64Array(n).fill(1 / n)).length, n);
  ok(pmf([0.5, 0.5 + 0.9e-9]));
});

Deno.test("pmf() refuses what is no law, saying why", () => {
  const refusals: readonly [number[], string][] = [
    [[], "Cannot make a pmf: it must have at least one outcome, got none"],
    [[0.5, NaN], "Cannot use a mass: it must be finite and at least 0, got NaN"],
    [[1.5, -0.5], "Cannot use a mass: it must be finite and at least 0, got -0.5"],
    [[Infinity], "Cannot use a mass: it must be finite and at least 0, got Infinity"],
    [[0.5, 0.25], "Cannot make a pmf: masses must sum to 1 within 1e-9, got 0.75"],
    [[0, 0], "Cannot make a pmf: masses must sum to 1 within 1e-9, got 0"],
    [[1e308, 1e308], "Cannot make a pmf: masses must sum to 1 within 1e-9, got Infinity"],
    [
      [0.5, 0.5 + 2 ** -28],
      "Cannot make a pmf: masses must sum to 1 within 1e-9, got 1.0000000037252903",
    ],
  ];
  for (const [masses, message] of refusals) {
    throws(() => pmf(masses), { name: "RangeError", message });
  }
});

Deno.test("pmfFromWeights() normalises weights on any scale", () => {
  for (const scale of [1, 3, 2 ** -1074, 2 ** -1060, 1e-200, 2 ** 1020]) {
    deepStrictEqual(
      [...pmfFromWeights([scale, 2 * scale, 0, scale])],
      [0.25, 0.5, 0, 0.25],
      `scale ${scale}`,
    );
  }
});

Deno.test("pmfFromWeights() keeps a subnormal beside a huge weight at its true share", () => {
  const tiny = 2 ** -1074;
  deepStrictEqual([...pmfFromWeights([1, tiny])], [1, tiny]);
  deepStrictEqual([...pmfFromWeights([1e308, tiny])], [1, 0]);
});

Deno.test("pmfFromWeights() sums to 1 to two roundings for a million uneven weights", () => {
  const masses = pmfFromWeights(Float64Array.from({ length: 1e6 }, (_, i) => 1 / (i + 1)));
  ok(Math.abs(compensatedSum(masses) - 1) <= 2 ** -51);
});

Deno.test("pmfFromWeights() refuses weights that are no weights, saying why", () => {
  const refusals: readonly [number[], string][] = [
    [[], "Cannot normalise weights: at least one must be positive, got none"],
    [[0, 0], "Cannot normalise weights: at least one must be positive, got 2 zeros"],
    [[1, -1], "Cannot use a mass: it must be finite and at least 0, got -1"],
    [[1, NaN], "Cannot use a mass: it must be finite and at least 0, got NaN"],
    [[1, Infinity], "Cannot use a mass: it must be finite and at least 0, got Infinity"],
  ];
  for (const [weights, message] of refusals) {
    throws(() => pmfFromWeights(weights), { name: "RangeError", message });
  }
});

Deno.test("a plain array is no Pmf to the compiler", () => {
  // @ts-expect-error: unproved masses; `deno check` fails if this ever compiles
  const unproved: Pmf = Float64Array.of(2, 3);
  strictEqual(unproved.length, 2);
});
