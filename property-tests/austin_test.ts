import { austin } from "@unmask/convergence";
import { curveFromTokenMutualInformation } from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import { arbitraryCase, arbitraryCurveCase, assertClose, testTheorem } from "@unmask/testing";
import fc from "fast-check";
import {
  assertAtMost,
  dualTotalCorrelationOf,
  errorOf,
  type LawOrCurve,
  tokenMutualInformation,
  totalCorrelationOf,
} from "./law_or_curve.ts";
import { regressions } from "./regressions.ts";

/** A law or curve, its own schedule aside, and `k`, the number of steps. */
interface Singles {
  readonly value: LawOrCurve;
  readonly steps: number;
}

const singles = fc.oneof(arbitraryCase(), arbitraryCurveCase({ most: 20 })).chain((value) => {
  const length = value.sizes.reduce((sum, size) => sum + size, 0);
  return fc.record({ value: fc.constant(value), steps: fc.integer({ min: 1, max: length }) });
});

/** `k - 1` ones, then the rest. */
function singlesThenOneShot(length: number, steps: number): number[] {
  return [...new Array<number>(steps - 1).fill(1), length - steps + 1];
}

testTheorem<Singles>({
  name: "k - 1 single tokens and then one shot have path error at most ((L - k + 1) / k) DTC",
  arbitrary: singles,
  regressions,
  statement: ({ value, steps }) => {
    const z = tokenMutualInformation(value);
    const sizes = singlesThenOneShot(z.length, steps);
    const bound = (z.length - steps + 1) / steps * dualTotalCorrelationOf(z);
    assertAtMost(errorOf(z, sizes), bound);
    if ("source" in value) return;
    const curve = curveFromTokenMutualInformation(z[z.length - 1]!, z);
    // Sums of up to 20 differences, compensated there and plain here.
    assertClose(austin.evaluate(curve, maskSizes(sizes)), bound, {
      relative: 1e-13,
      absolute: 1e-13,
    });
  },
  mutants: {
    "TC for DTC": (generated) => assertBound(generated, { of: totalCorrelationOf }),
    "half the factor": (generated) => assertBound(generated, { factor: 1 / 2 }),
    "L - k - 1 for L - k + 1": (generated) => assertBound(generated, { shift: 2 }),
    "a schedule read in masking order": (generated) => assertBound(generated, { reversed: true }),
  },
});

testTheorem<Singles>({
  name: "the best constant of k - 1 single tokens and then one shot is (L - k) / k",
  arbitrary: singles,
  regressions,
  statement: (generated) => {
    assertBound(generated, { shift: 1 });
    const length = generated.value.sizes.reduce((sum, size) => sum + size, 0);
    assertAttained(length, generated.steps);
  },
  mutants: {
    "L - k - 1": (generated) => assertBound(generated, { shift: 2 }),
    "L - k + 1, attained": ({ value, steps }) =>
      assertAttained(value.sizes.reduce((sum, size) => sum + size, 0), steps, 1),
  },
});

/** The curve that steps up after token k attains the constant `(L - k + more) / k`. */
function assertAttained(length: number, steps: number, more = 0): void {
  const z = Array.from({ length }, (_, j) => j >= steps ? 1 : 0);
  const constant = (length - steps + more) / steps;
  assertClose(
    errorOf(z, singlesThenOneShot(length, steps)),
    constant * dualTotalCorrelationOf(z),
    { relative: 1e-15 },
  );
}

function assertBound(
  { value, steps }: Singles,
  options: {
    of?: (z: readonly number[]) => number;
    factor?: number;
    shift?: number;
    reversed?: boolean;
  },
): void {
  const { of = dualTotalCorrelationOf, factor = 1, shift = 0, reversed = false } = options;
  const z = tokenMutualInformation(value);
  const sizes = singlesThenOneShot(z.length, steps);
  const bound = factor * (z.length - steps + 1 - shift) / steps * of(z);
  assertAtMost(errorOf(z, reversed ? sizes.toReversed() : sizes), bound);
}
