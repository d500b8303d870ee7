import assert from "node:assert/strict";
import { boundRows, liCaiTheorem1, pathError, respects, sharpMax } from "@unmask/convergence";
import { curveMeasures } from "@unmask/information";
import { maskSizes } from "@unmask/schedules";
import {
  arbitraryCase,
  assertClose,
  buildSource,
  type Case,
  compositions,
  NaiveLaw,
  naivePathError,
  testTheorem,
} from "@unmask/testing";
import { regressions } from "./regressions.ts";

/** `2^ceil(log2 s)` by its definition, apart from the code under test. */
function nextPowerOfTwo(size: number): number {
  return 2 ** Math.ceil(Math.log2(size));
}

/** Asserts that the enumerated path error is at most a formula in `s_max`, `T`, `L` and measures. */
function assertAtMost(
  { source, sizes }: Case,
  formula: (
    at: { largest: number; steps: number; length: number; mi: number; tc: number },
  ) => number,
): void {
  const naive = new NaiveLaw(buildSource(source));
  const curve = naive.curve();
  const mi = naive.tokenMutualInformation().reduce((total, value) => total + value, 0);
  const value = formula({
    largest: Math.max(...sizes),
    steps: sizes.length,
    length: source.length,
    mi,
    tc: naivePathError(curve, [source.length]),
  });
  // Differences of enumerated entropies carry about 1e-15 a nat.
  assert.ok(naivePathError(curve, sizes) <= value + 1e-12);
}

testTheorem<Case>({
  name: "Theorem 1: path error is at most (2^ceil(log2 s_max) - 1) / L * MI",
  arbitrary: arbitraryCase(),
  regressions,
  statement: (value) => {
    assertAtMost(value, ({ largest, length, mi }) => (nextPowerOfTwo(largest) - 1) / length * mi);
    assertEvaluates(value, { bound: liCaiTheorem1, factor: (s) => nextPowerOfTwo(s) - 1 });
  },
  mutants: {
    "the flattened exponent": (value) =>
      assertAtMost(
        value,
        ({ largest, length, mi }) => (2 * Math.ceil(Math.log2(largest)) - 1) / length * mi,
      ),
    "half the factor": (value) =>
      assertAtMost(
        value,
        ({ largest, length, mi }) => (nextPowerOfTwo(largest) - 1) / 2 / length * mi,
      ),
    "the smallest size for the largest": (value) =>
      assertAtMost(
        value,
        ({ length, mi }) => (nextPowerOfTwo(Math.min(...value.sizes)) - 1) / length * mi,
      ),
  },
});

testTheorem<Case>({
  name: "the sharp form: path error is at most (s_max - 1) / L * MI",
  arbitrary: arbitraryCase(),
  regressions,
  statement: (value) => {
    assertAtMost(value, ({ largest, length, mi }) => (largest - 1) / length * mi);
    assertEvaluates(value, { bound: sharpMax, factor: (s) => s - 1 });
  },
  mutants: {
    "s_max - 2 for s_max - 1": (value) =>
      assertAtMost(value, ({ largest, length, mi }) => Math.max(0, largest - 2) / length * mi),
    "TC for MI": (value) =>
      assertAtMost(value, ({ largest, length, tc }) => (largest - 1) / length * tc),
  },
});

function assertEvaluates(
  { source, sizes }: Case,
  options: { bound: typeof liCaiTheorem1; factor: (largest: number) => number },
): void {
  const curve = buildSource(source).informationCurve();
  const mi = curveMeasures(curve).totalMutualInformation;
  const expected = options.factor(Math.max(...sizes)) / source.length * mi;
  assertClose(options.bound.evaluate(curve, maskSizes(sizes)), expected, { relative: 1e-14 });
}

testTheorem<Case>({
  name: "Corollary 1: a balanced schedule's path error is at most 2 / T * MI",
  arbitrary: arbitraryCase(),
  regressions,
  statement: (value) => assertCorollary(value, { constant: 2, balanced: true }),
  mutants: {
    "every schedule for balanced ones": (value) =>
      assertCorollary(value, { constant: 1, balanced: false }),
    "the constant 1/4": (value) => assertCorollary(value, { constant: 1 / 4, balanced: true }),
  },
});

function assertCorollary(value: Case, options: { constant: number; balanced: boolean }): void {
  const { length } = value.source;
  const steps = value.sizes.length;
  const applies = Math.max(...value.sizes) === Math.ceil(length / steps);
  if (options.balanced && !applies) return;
  assertAtMost(value, ({ mi }) => options.constant / steps * mi);
}

testTheorem<Case>({
  name: "every bound that applies holds on the exact path error",
  arbitrary: arbitraryCase(),
  regressions,
  statement: ({ source, sizes }) => {
    const curve = buildSource(source).informationCurve();
    for (const row of boundRows(curve, sizes)) {
      if (row.applies) assert.ok(row.holds, `${row.key}: ${row.value}`);
    }
  },
  mutants: {
    "the path error of the worst schedule": ({ source, sizes }) => {
      const curve = buildSource(source).informationCurve();
      const worst = Math.max(...[...compositions(source.length)].map((s) => pathError(curve, s)));
      for (const { applies, value, kind } of boundRows(curve, sizes)) {
        if (applies) assert.ok(respects(worst, { value: value!, kind }));
      }
    },
  },
});
