import { averageSize } from "@unmask/convergence";
import { curveFromTokenMutualInformation } from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import {
  arbitraryCase,
  arbitraryCurveCase,
  assertClose,
  buildSource,
  testTheorem,
} from "@unmask/testing";
import fc from "fast-check";
import { assertAtMost, errorOf, type LawOrCurve, tokenMutualInformation } from "./law_or_curve.ts";
import { regressions } from "./regressions.ts";

/** A law or curve, and the size of equal sets: a divisor of its length. */
interface EqualSizes {
  readonly value: LawOrCurve;
  readonly size: number;
}

const equalSizes = fc.oneof(arbitraryCase(), arbitraryCurveCase({ most: 24 })).chain((value) => {
  const length = value.sizes.reduce((sum, size) => sum + size, 0);
  const divisors = Array.from({ length }, (_, i) => i + 1).filter((size) => length % size === 0);
  return fc.record({ value: fc.constant(value), size: fc.constantFrom(...divisors) });
});

testTheorem<EqualSizes>({
  name: "equal sizes s have path error at most (s - 1) Z_L, and Z_L is at most ln K",
  arbitrary: equalSizes,
  regressions,
  statement: ({ value, size }) => {
    const z = tokenMutualInformation(value);
    const last = z[z.length - 1]!;
    const sizes = new Array<number>(z.length / size).fill(size);
    assertAtMost(errorOf(z, sizes), (size - 1) * last);
    if ("source" in value) {
      assertAtMost(last, Math.log(buildSource(value.source).vocabularySize));
      return;
    }
    const curve = curveFromTokenMutualInformation(last, z);
    assertClose(averageSize.evaluate(curve, maskSizes(sizes)), (size - 1) * last, {
      relative: 1e-15,
    });
  },
  mutants: {
    "s - 2 for s - 1": (generated) =>
      assertBound(generated, (size, z) => (size - 2) * z[z.length - 1]!),
    "half the factor": (generated) =>
      assertBound(generated, (size, z) => (size - 1) / 2 * z[z.length - 1]!),
    "an index shifted by one": (generated) =>
      assertBound(generated, (size, z) => (size - 1) * (z[z.length - 2] ?? 0)),
    "the mean size of any schedule for s": ({ value }) => {
      const z = tokenMutualInformation(value);
      const mean = z.length / value.sizes.length;
      assertAtMost(errorOf(z, value.sizes), (mean - 1) * z[z.length - 1]!);
    },
  },
});

function assertBound(
  { value, size }: EqualSizes,
  formula: (size: number, z: readonly number[]) => number,
): void {
  const z = tokenMutualInformation(value);
  assertAtMost(errorOf(z, new Array<number>(z.length / size).fill(size)), formula(size, z));
}
