import assert from "node:assert/strict";
import { extremeSchedules, liCaiTheorem2Lower, liCaiTheorem2Upper } from "@unmask/convergence";
import { curveFromTokenMutualInformation } from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import {
  arbitraryCase,
  arbitraryCurve,
  arbitraryCurveCase,
  assertClose,
  compositions,
  testTheorem,
} from "@unmask/testing";
import fc from "fast-check";
import { assertAtMost, errorOf, type LawOrCurve, tokenMutualInformation } from "./law_or_curve.ts";
import { regressions } from "./regressions.ts";

/** `s sum_{j=1..m} 2^-j Z_{L - s 2^-j + 1}` with `s = 2^m`, as printed; `shift` moves the index. */
function dyadicSum(z: readonly number[], options: { m: number; shift?: number }): number {
  const { m, shift = 0 } = options;
  const s = 2 ** m;
  let sum = 0;
  for (let j = 1; j <= m; j++) {
    const index = z.length - s * 2 ** -j + 1 + shift;
    sum += 2 ** -j * (z[Math.max(1, index) - 1] ?? 0);
  }
  return s * sum;
}

/** `ceil(log2 s_max)`. */
function exponentOf(sizes: readonly number[]): number {
  return Math.ceil(Math.log2(Math.max(...sizes)));
}

testTheorem<LawOrCurve>({
  name: "Theorem 2, upper: path error is at most s sum_j 2^-j Z_{L - s 2^-j + 1}",
  arbitrary: fc.oneof(arbitraryCase(), arbitraryCurveCase({ most: 20 })),
  regressions,
  statement: (value) => {
    const z = tokenMutualInformation(value);
    const bound = dyadicSum(z, { m: exponentOf(value.sizes) });
    assertAtMost(errorOf(z, value.sizes), bound);
    if ("source" in value) return;
    const curve = curveFromTokenMutualInformation(z[z.length - 1]!, z);
    // Up to five products and sums of doubles.
    const evaluated = liCaiTheorem2Upper.evaluate(curve, maskSizes(value.sizes));
    assertClose(evaluated, bound, { relative: 1e-14 });
  },
  mutants: {
    "an index shifted by one": (value) =>
      assertUpper(value, (z, sizes) => dyadicSum(z, { m: exponentOf(sizes), shift: -1 })),
    "half the factor": (value) =>
      assertUpper(value, (z, sizes) => dyadicSum(z, { m: exponentOf(sizes) }) / 2),
    "one power of two less": (value) =>
      assertUpper(value, (z, sizes) => dyadicSum(z, { m: Math.max(0, exponentOf(sizes) - 1) })),
    "the floor of the logarithm for its ceiling": (value) =>
      assertUpper(
        value,
        (z, sizes) => dyadicSum(z, { m: Math.floor(Math.log2(Math.max(...sizes))) }),
      ),
  },
});

function assertUpper(
  value: LawOrCurve,
  formula: (z: readonly number[], sizes: readonly number[]) => number,
): void {
  const z = tokenMutualInformation(value);
  assertAtMost(errorOf(z, value.sizes), formula(z, value.sizes));
}

/** A curve, and the exponent of the power of two that limits the sizes. */
interface Limited {
  readonly z: readonly number[];
  readonly m: number;
}

const limited = fc.integer({ min: 1, max: 10 }).chain((length) =>
  fc.record({
    z: arbitraryCurve(length),
    m: fc.integer({ min: 0, max: Math.floor(Math.log2(length)) + 1 }),
  })
);

testTheorem<Limited>({
  name: "Theorem 2, lower: the worst schedule with s/2 <= s_t <= s has at least a 16th of the sum",
  arbitrary: limited,
  regressions,
  statement: (value) => {
    const worst = Math.max(...errorsWithin(value));
    assertAtMost(dyadicSum(value.z, { m: value.m }) / 16, worst);
    const { z, m } = value;
    const curve = curveFromTokenMutualInformation(z[z.length - 1]!, z);
    const limits = { smallest: Math.ceil(2 ** m / 2), largest: Math.min(2 ** m, z.length) };
    const found = extremeSchedules(curve, limits).worst;
    assertClose(found.pathError, worst, { absolute: 1e-12 });
    // The bound reads s off the largest size; a schedule of sizes s/2 alone belongs to s/2.
    if (exponentOf(found.sizes) !== m) return;
    assert.ok(liCaiTheorem2Lower.applies(found.sizes));
    const evaluated = liCaiTheorem2Lower.evaluate(curve, found.sizes);
    assertClose(evaluated, dyadicSum(z, { m }) / 16, { relative: 1e-14 });
  },
  mutants: {
    "every such schedule for the worst": (value) =>
      assertAtMost(dyadicSum(value.z, { m: value.m }) / 16, Math.min(...errorsWithin(value))),
    "the mean of such schedules for the worst": (value) => {
      const errors = errorsWithin(value);
      const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
      assertAtMost(dyadicSum(value.z, { m: value.m }) / 2, mean);
    },
    "the whole sum for a 16th": (value) =>
      assertAtMost(dyadicSum(value.z, { m: value.m }), Math.max(...errorsWithin(value))),
    "the last Z for the dyadic ones": ({ z, m }) =>
      assertAtMost(2 ** m * z[z.length - 1]! / 4, Math.max(...errorsWithin({ z, m }))),
  },
});

/** Errors of every composition with sizes from s/2 to s; there is always one. */
function errorsWithin({ z, m }: Limited): number[] {
  const s = 2 ** m;
  return [...compositions(z.length)]
    .filter((sizes) => sizes.every((size) => 2 * size >= s && size <= s))
    .map((sizes) => errorOf(z, sizes));
}
