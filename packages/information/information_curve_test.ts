import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import {
  CURVE_TOLERANCE,
  curveFromConditionalEntropies,
  curveFromTokenMutualInformation,
  type InformationCurve,
} from "./information_curve.ts";

Deno.test("a curve from f has Z = f(0) - f, and one from Z has f = f(0) - Z", () => {
  const fromF = curveFromConditionalEntropies([2, 1.5, 1.5, 0.25]);
  deepStrictEqual([...fromF.conditionalEntropies], [2, 1.5, 1.5, 0.25]);
  deepStrictEqual([...fromF.tokenMutualInformation], [0, 0.5, 0.5, 1.75]);
  const fromZ = curveFromTokenMutualInformation(2, [0, 0.5, 0.5, 1.75]);
  deepStrictEqual({ ...fromZ, resolution: fromF.resolution }, fromF);
  // Differences of entropies are rounded by last bits of f(0); informations that are given are not.
  ok(fromF.resolution > 0 && fromF.resolution < 1e-14);
  strictEqual(fromZ.resolution, 0);
  strictEqual(fromZ.length, 4);
});

Deno.test("a curve from Z keeps digits of Z that f cannot hold", () => {
  const { tokenMutualInformation } = curveFromTokenMutualInformation(1, [0, 1e-30, 3e-30]);
  deepStrictEqual([...tokenMutualInformation], [0, 1e-30, 3e-30]);
});

Deno.test("curves of one token, and of no entropy, are curves", () => {
  deepStrictEqual([...curveFromConditionalEntropies([0.7]).tokenMutualInformation], [0]);
  deepStrictEqual([...curveFromConditionalEntropies([0, 0]).tokenMutualInformation], [0, 0]);
  deepStrictEqual([...curveFromTokenMutualInformation(0, [0, 0]).conditionalEntropies], [0, 0]);
});

Deno.test("rises within the tolerance are flattened, so that no error can be negative", () => {
  const rise = 0.9 * CURVE_TOLERANCE;
  const fromF = curveFromConditionalEntropies([1, 0.5, 0.5 + rise, 0, -rise]);
  deepStrictEqual([...fromF.conditionalEntropies], [1, 0.5, 0.5, 0, 0]);
  deepStrictEqual([...fromF.tokenMutualInformation], [0, 0.5, 0.5, 1, 1]);
  const fromZ = curveFromTokenMutualInformation(1, [0, 0.5, 0.5 - rise, 1 + rise]);
  deepStrictEqual([...fromZ.tokenMutualInformation], [0, 0.5, 0.5, 1]);
  deepStrictEqual([...fromZ.conditionalEntropies], [1, 0.5, 0.5, 0]);
});

Deno.test("the tolerance is 1e-12 nats, relative above one nat", () => {
  // Entropies near 0 carry the absolute rounding of masses near 1.
  ok(curveFromConditionalEntropies([1e-14, 2e-14]));
  strictEqual(curveFromConditionalEntropies([-1e-15, 0]).conditionalEntropies[0], 0);
  ok(curveFromConditionalEntropies([100, 50, 50 + 0.9e-10]));
  throws(() => curveFromConditionalEntropies([100, 50, 50 + 1.1e-10]), RangeError);
  throws(() => curveFromConditionalEntropies([0.1, 0.05, 0.05 + 1.1e-12]), RangeError);
});

Deno.test("values that may be off by more are let rise by twice that, and no further", () => {
  const rounding = 1e-11;
  const curve = curveFromConditionalEntropies([1, 0.5, 0.5 + 1.9e-11, 0, -1.9e-11], { rounding });
  deepStrictEqual([...curve.conditionalEntropies], [1, 0.5, 0.5, 0, 0]);
  strictEqual(curve.resolution, 2 * rounding);
  for (const values of [[1, 0.5, 0.5 + 2.1e-11], [1, 0, -2.1e-11]]) {
    throws(() => curveFromConditionalEntropies(values, { rounding }), RangeError);
  }
});

Deno.test("curveFromConditionalEntropies() refuses what is no curve, saying why", () => {
  const value = "every value must be finite and at least 0";
  const refusals: readonly [number[], string][] = [
    [[], "it must have at least 1 value, got 0"],
    [[NaN], `${value}, got f(0) = NaN`],
    [[1, NaN], `${value}, got f(1) = NaN`],
    [[Infinity], `${value}, got f(0) = Infinity`],
    [[-1], `${value}, got f(0) = -1`],
    [[1, -0.5], `${value}, got f(1) = -0.5`],
    [[1, 0.5, 0.75], "it must not increase, got f(2) = 0.75 after 0.5"],
    [[0, 1], "it must not increase, got f(1) = 1 after 0"],
  ];
  for (const [values, rule] of refusals) {
    throws(() => curveFromConditionalEntropies(values), {
      name: "RangeError",
      message: `Cannot use an information curve: ${rule}`,
    });
  }
});

Deno.test("curveFromTokenMutualInformation() refuses what is no curve, saying why", () => {
  const order = "Z must not fall and stay at most f(0) = 1";
  const refusals: readonly [number, number[], string][] = [
    [1, [], "it must have at least 1 value, got 0"],
    [NaN, [0], "f(0) must be finite and at least 0, got NaN"],
    [-1, [0], "f(0) must be finite and at least 0, got -1"],
    [Infinity, [0], "f(0) must be finite and at least 0, got Infinity"],
    [1, [0.1, 0.2], "Z_1 must be 0, got 0.1"],
    [1, [NaN], "Z_1 must be 0, got NaN"],
    [1, [0, NaN], `${order}, got Z_2 = NaN after 0`],
    [1, [0, 0.5, 0.25], `${order}, got Z_3 = 0.25 after 0.5`],
    [1, [0, -0.5], `${order}, got Z_2 = -0.5 after 0`],
    [1, [0, 1.5], `${order}, got Z_2 = 1.5 after 0`],
  ];
  for (const [tokenEntropy, values, rule] of refusals) {
    throws(() => curveFromTokenMutualInformation(tokenEntropy, values), {
      name: "RangeError",
      message: `Cannot use an information curve: ${rule}`,
    });
  }
});

Deno.test("a plain object is no InformationCurve to the compiler", () => {
  const values = Float64Array.of(1);
  const plain = { length: 1, conditionalEntropies: values, tokenMutualInformation: values };
  // @ts-expect-error: an unproved curve; `deno check` fails if this ever compiles
  const unproved: InformationCurve = plain;
  strictEqual(unproved.length, 1);
});
