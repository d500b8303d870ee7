import { deepStrictEqual, throws } from "node:assert/strict";
import { curveFromTokenMutualInformation } from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import { assertClose, compositions } from "@unmask/testing";
import fc from "fast-check";
import { bounds } from "./bounds.ts";
import { checkLinearForm, linearForm } from "./linear_form.ts";

const curves = fc.integer({ min: 1, max: 9 }).chain((length) =>
  fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: length - 1,
    maxLength: length - 1,
  })
).map((rises) => {
  const z = [0];
  for (const rise of rises) z.push(z.at(-1)! + rise);
  return curveFromTokenMutualInformation(z.at(-1)!, z);
});

Deno.test("the value of a bound is its linear form at the curve, for every bound and schedule", () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(curves, (curve) => {
      for (const composition of compositions(curve.length)) {
        const sizes = maskSizes(composition);
        for (const { key, applies, evaluate, coefficients } of bounds) {
          if (!coefficients || !applies(sizes)) continue;
          const { numerators, denominator } = linearForm(coefficients, sizes);
          const terms = numerators.map((b, j) => Number(b) * curve.tokenMutualInformation[j]!);
          const form = terms.reduce((sum, term) => sum + term, 0) / Number(denominator);
          // Terms of either sign, up to L^2 Z_L of them together.
          const size = terms.reduce((sum, term) => sum + Math.abs(term), 0) / Number(denominator);
          assertClose(evaluate(curve, sizes), form, { absolute: 1e-14 * size });
          met.add(key);
        }
      }
    }),
    { seed: 31, numRuns: 100 },
  );
  deepStrictEqual(met.size, bounds.filter(({ coefficients }) => coefficients).length);
});

Deno.test("linearForm() writes exact integers over the denominator", () => {
  const form = linearForm((sizes, out) => {
    out.fill(-1);
    out[1] = 2 ** 53 - 1;
    return sizes.length;
  }, maskSizes([2, 1]));
  deepStrictEqual(form, { numerators: [-1n, 9007199254740991n, -1n], denominator: 2n });
  throws(() => linearForm(() => 0.5, maskSizes([1])), RangeError);
});

Deno.test("checkLinearForm() wants a coefficient for each token and a positive denominator", () => {
  checkLinearForm({ numerators: [0n, 1n], denominator: 1n }, { length: 2 });
  throws(
    () => checkLinearForm({ numerators: [0n], denominator: 1n }, { length: 2 }),
    /must have 2 coefficients, got 1/,
  );
  for (const denominator of [0n, -1n]) {
    throws(
      () => checkLinearForm({ numerators: [0n, 1n], denominator }, { length: 2 }),
      /denominator must be at least 1, got/,
    );
  }
});
