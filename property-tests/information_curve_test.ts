import assert from "node:assert/strict";
import {
  curveMeasures,
  dualTotalCorrelation,
  mutualInformation,
  totalCorrelation,
  totalTokenMutualInformation,
} from "@unmask/information";
import {
  arbitrarySource,
  assertClose,
  buildSource,
  NaiveLaw,
  type SourceSpec,
  testTheorem,
} from "@unmask/testing";
import { regressions } from "./regressions.ts";

/** Differences of entropies of at most `5 ln 4 = 7` nats, each a sum of at most 243 terms. */
const tolerance = { absolute: 1e-12 };

testTheorem<SourceSpec>({
  name: "the information curve is the mean conditional entropy of a token given k others",
  arbitrary: arbitrarySource(),
  regressions,
  statement: (spec) => assertCurve(spec, (curve) => curve),
  mutants: {
    "a curve shifted by one": (spec) => assertCurve(spec, (curve) => [...curve.slice(1), 0]),
    "the entropy of a subset for its increment": (spec) =>
      assertCurve(spec, (curve) => curve.map((_, k) => sum(curve.slice(0, k + 1)))),
  },
});

function assertCurve(spec: SourceSpec, mutate: (curve: number[]) => number[]): void {
  const source = buildSource(spec);
  const expected = mutate(new NaiveLaw(source).curve());
  const { conditionalEntropies } = source.informationCurve();
  assert.equal(conditionalEntropies.length, expected.length);
  conditionalEntropies.forEach((value, k) => assertClose(value, expected[k]!, tolerance));
}

testTheorem<SourceSpec>({
  name: "Han's inequality: the information curve of an enumerated law does not increase",
  arbitrary: arbitrarySource(),
  regressions,
  statement: (spec) => {
    const curve = new NaiveLaw(buildSource(spec)).curve();
    for (let k = 1; k < curve.length; k++) assert.ok(curve[k]! <= curve[k - 1]! + 1e-12);
  },
  mutants: {
    "mean subset entropies that do not increase": (spec) => {
      const means = new NaiveLaw(buildSource(spec)).meanEntropies();
      for (let k = 1; k < means.length; k++) assert.ok(means[k]! <= means[k - 1]! + 1e-12);
    },
  },
});

testTheorem<SourceSpec>({
  name: "TC + DTC is the sum of I(X_i; X_-i), by curve, by set function and by enumeration",
  arbitrary: arbitrarySource(),
  regressions,
  statement: (spec) => assertDecomposition(spec, (tc, dtc) => tc + dtc),
  mutants: {
    "twice TC for TC + DTC": (spec) => assertDecomposition(spec, (tc) => 2 * tc),
    "TC - DTC for TC + DTC": (spec) => assertDecomposition(spec, (tc, dtc) => tc - dtc),
  },
});

function assertDecomposition(
  spec: SourceSpec,
  combine: (totalCorrelation: number, dualTotalCorrelation: number) => number,
): void {
  const source = buildSource(spec);
  const expected = sum(new NaiveLaw(source).tokenMutualInformation());
  const measures = curveMeasures(source.informationCurve());
  assertClose(
    combine(measures.totalCorrelation, measures.dualTotalCorrelation),
    expected,
    tolerance,
  );
  assertClose(combine(totalCorrelation(source), dualTotalCorrelation(source)), expected, tolerance);
  assertClose(measures.totalMutualInformation, expected, tolerance);
  assertClose(totalTokenMutualInformation(source), expected, tolerance);
}

testTheorem<SourceSpec>({
  name: "the chain rule: H(X) is the sum of H(X_i | X_1 .. X_{i-1})",
  arbitrary: arbitrarySource(),
  regressions,
  statement: (spec) => assertChainRule(spec, (i) => range(i)),
  mutants: {
    "conditioning on the last token alone": (spec) =>
      assertChainRule(spec, (i) => i === 0 ? [] : [i - 1]),
    "conditioning on nothing": (spec) => assertChainRule(spec, () => []),
  },
});

function assertChainRule(spec: SourceSpec, before: (i: number) => number[]): void {
  const source = buildSource(spec);
  const naive = new NaiveLaw(source);
  // H(X_i | A) as H(X_i) - I(X_i; A): entropies from the source, their total from enumeration.
  const terms = range(source.length).map((i) =>
    source.subsetEntropy([i]) - mutualInformation(source, { between: [[i], before(i)] })
  );
  assertClose(sum(terms), naive.entropy(range(source.length)), tolerance);
}

function range(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
