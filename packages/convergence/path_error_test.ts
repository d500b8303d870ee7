import { ok, strictEqual, throws } from "node:assert/strict";
import {
  curveFromConditionalEntropies,
  curveFromTokenMutualInformation,
  curveMeasures,
} from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import {
  arbitrarySource,
  assertClose,
  assertReference,
  buildableCases,
  buildSource,
  compositions,
  naivePathError,
} from "@unmask/testing";
import fc from "fast-check";
import { pathError, pathErrorCoefficients } from "./path_error.ts";

Deno.test("pathError() is that of every schedule of every reference case", async () => {
  const cases = await buildableCases(["potts-chain", "table", "markov-chain"]);
  strictEqual(cases.length, 10);
  let schedules = 0;
  for (const reference of cases) {
    const curve = buildSource(reference.source).informationCurve();
    for (const { sizes, pathError: expected } of reference.schedules) {
      assertReference(pathError(curve, sizes), expected);
      schedules++;
    }
  }
  strictEqual(schedules, 4 * 5 + 3 * 3 + 4 + 2);
});

Deno.test("pathError() of a schedule read in masking order is another, as the references show", async () => {
  const [first] = await buildableCases(["potts-chain"]);
  const curve = buildSource(first!.source).informationCurve();
  const { sizes, pathError: expected } = first!.schedules.find(({ sizes }) =>
    sizes.length > 1 && sizes[0] !== sizes.at(-1)
  )!;
  throws(() => assertReference(pathError(curve, sizes.toReversed()), expected));
});

Deno.test("pathError() is that of a hand", () => {
  const curve = curveFromConditionalEntropies([2, 1.5, 1.5, 0.25]);
  // Z = 0, 1/2, 1/2, 7/4.
  strictEqual(pathError(curve, [2, 2]), 0.5 + 1.25);
  strictEqual(pathError(curve, [1, 2, 1]), 0);
  strictEqual(pathError(curve, [1, 3]), 1.25);
  strictEqual(pathError(curve, [3, 1]), 1);
});

Deno.test("one token per iteration has path error 0, one shot the total correlation", () => {
  fc.assert(
    fc.property(arbitrarySource(), (spec) => {
      const curve = buildSource(spec).informationCurve();
      strictEqual(pathError(curve, new Array<number>(curve.length).fill(1)), 0);
      assertClose(pathError(curve, [curve.length]), curveMeasures(curve).totalCorrelation, {
        relative: 1e-15,
      });
    }),
    { seed: 11, numRuns: 200 },
  );
});

Deno.test("pathError() is the staircase above the curve, never negative, for every schedule", () => {
  fc.assert(
    fc.property(arbitrarySource(), (spec) => {
      const curve = buildSource(spec).informationCurve();
      for (const sizes of compositions(curve.length)) {
        const error = pathError(curve, sizes);
        ok(error >= 0);
        // The staircase is a difference of sums of a few nats.
        assertClose(error, naivePathError(curve.conditionalEntropies, sizes), { absolute: 1e-14 });
      }
    }),
    { seed: 12, numRuns: 100 },
  );
});

Deno.test("pathError() keeps digits that the staircase loses", () => {
  const curve = curveFromTokenMutualInformation(1, [0, 1e-30, 3e-30]);
  assertClose(pathError(curve, [1, 2]), 2e-30, { relative: 1e-15 });
  throws(() =>
    assertClose(naivePathError(curve.conditionalEntropies, [1, 2]), 2e-30, { relative: 0.5 })
  );
});

Deno.test("pathError() of a million tokens does not lose digits to their number", () => {
  const length = 1e6;
  // Z_j = 0.1 for j >= 2, one shot: 0.1 (L - 1), the double nearest to a tenth taken exactly.
  const z = new Float64Array(length).fill(0.1);
  z[0] = 0;
  const curve = curveFromTokenMutualInformation(1, z);
  assertClose(pathError(curve, [length]), 99999.9, { relative: 2e-16 });
});

Deno.test("pathError() is linear in the curve, with the coefficients of pathErrorCoefficients()", () => {
  const sizes = maskSizes([3, 1, 2]);
  // a = 1 - 3, 1, 1, 1 - 1, 1 - 2, 1.
  const coefficients = pathErrorCoefficients(sizes);
  strictEqual(coefficients.join(), "-2,1,1,0,-1,1");
  for (const sizes of compositions(7)) {
    const proved = maskSizes(sizes);
    const a = pathErrorCoefficients(proved);
    strictEqual(a.reduce((sum, value) => sum + value), 0);
    const z = Float64Array.from({ length: 7 }, (_, j) => j ** 2 / 64);
    const curve = curveFromTokenMutualInformation(1, z);
    const form = z.reduce((sum, value, j) => sum + a[j]! * value, 0);
    strictEqual(pathError(curve, sizes), form); // sixty-fourths are exact in doubles
  }
});

Deno.test("the path error of every step curve is what theory 1[j > k] says", () => {
  // EKL of 1[j > k] is N_{t+1} - k where N_t < k < N_{t+1}, and 0 where k is some N_t.
  const length = 7;
  for (let k = 1; k < length; k++) {
    const step = Float64Array.from({ length }, (_, j) => j + 1 > k ? 1 : 0);
    const curve = curveFromTokenMutualInformation(1, step);
    for (const sizes of compositions(length)) {
      let revealed = 0;
      let expected = 0;
      for (const size of sizes) {
        if (revealed < k && k < revealed + size) expected = revealed + size - k;
        revealed += size;
      }
      strictEqual(pathError(curve, sizes), expected);
    }
  }
});

Deno.test("pathError() refuses sizes that are no schedule of the curve's length", () => {
  const curve = curveFromConditionalEntropies([1, 0.5, 0.25]);
  throws(() => pathError(curve, [1, 1]), /sizes must sum to the length 3, got 2/);
  throws(() => pathError(curve, [2, 2]), /sizes must sum to the length 3, got 4/);
  throws(() => pathError(curve, [3, 0]), /every size must be an integer of at least 1, got 0/);
  throws(() => pathError(curve, [NaN]), /every size must be an integer of at least 1, got NaN/);
  throws(() => pathError(curve, []), /there must be at least one size/);
});
