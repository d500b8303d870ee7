import assert from "node:assert/strict";
import { pathError } from "@unmask/convergence";
import { endpointError, endpointLaw, exactPredictor } from "@unmask/diffusion";
import {
  arbitraryCase,
  arbitrarySource,
  assertClose,
  buildSource,
  type Case,
  compositions,
  NaiveLaw,
  naivePathError,
  type SourceSpec,
  testTheorem,
} from "@unmask/testing";
import { regressions } from "./regressions.ts";
import { frontier, optimalSchedule } from "@unmask/convergence";

/** Sums of enumerated entropies of a few nats. */
const tolerance = { absolute: 1e-12 };

testTheorem<SourceSpec>({
  name: "one token per iteration has path error 0",
  arbitrary: arbitrarySource(),
  regressions,
  statement: (spec) => assertPathError(spec, { sizes: ones(spec.length), expected: () => 0 }),
  mutants: {
    "one iteration for one token per iteration": (spec) =>
      assertPathError(spec, { sizes: [spec.length], expected: () => 0 }),
  },
});

testTheorem<SourceSpec>({
  name: "one shot has the total correlation as its path error",
  arbitrary: arbitrarySource(),
  regressions,
  statement: (spec) =>
    assertPathError(spec, { sizes: [spec.length], expected: enumeratedTotalCorrelation }),
  mutants: {
    "the dual total correlation": (spec) =>
      assertPathError(spec, {
        sizes: [spec.length],
        expected: (naive, length) =>
          sum(naive.tokenMutualInformation()) - enumeratedTotalCorrelation(naive, length),
      }),
  },
});

function assertPathError(
  spec: SourceSpec,
  options: { sizes: number[]; expected: (naive: NaiveLaw, length: number) => number },
): void {
  const source = buildSource(spec);
  const expected = options.expected(new NaiveLaw(source), source.length);
  assertClose(pathError(source.informationCurve(), options.sizes), expected, tolerance);
}

function enumeratedTotalCorrelation(naive: NaiveLaw, length: number): number {
  const all = Array.from({ length }, (_, i) => i);
  return sum(all.map((i) => naive.entropy([i]))) - naive.entropy(all);
}

testTheorem<Case>({
  name: "endpoint error lies between 0 and path error",
  arbitrary: arbitraryCase(),
  regressions,
  statement: (value) => {
    const { endpoint, path } = bothErrors(value);
    assert.ok(endpoint >= 0 && endpoint <= path + 1e-12);
  },
  mutants: {
    "path error at most endpoint error": (value) => {
      const { endpoint, path } = bothErrors(value);
      assert.ok(path <= endpoint + 1e-12);
    },
    "half the path error": (value) => {
      const { endpoint, path } = bothErrors(value);
      assert.ok(endpoint <= path / 2 + 1e-12);
    },
  },
});

testTheorem<Case>({
  name: "endpoint error is the divergence of the law from the sampler's mean output law",
  arbitrary: arbitraryCase(),
  regressions,
  statement: (value) => assertEndpoint(value, value.sizes),
  mutants: {
    "a serial fill": (value) => assertEndpoint(value, ones(value.source.length)),
    "a schedule read in masking order": (value) => assertEndpoint(value, value.sizes.toReversed()),
  },
});

function assertEndpoint({ source, sizes }: Case, sampledSizes: readonly number[]): void {
  const law = buildSource(source);
  const predictor = exactPredictor(law);
  const masses = endpointLaw(predictor, { sizes: sampledSizes });
  const expected = new NaiveLaw(law).divergenceFrom(masses, law.vocabularySize);
  assertClose(endpointError(law, { predictor, sizes }), expected, tolerance);
}

function bothErrors({ source, sizes }: Case): { endpoint: number; path: number } {
  const law = buildSource(source);
  return {
    endpoint: endpointError(law, { predictor: exactPredictor(law), sizes }),
    path: naivePathError(new NaiveLaw(law).curve(), sizes),
  };
}

testTheorem<SourceSpec>({
  name: "the optimal schedule is the best of all compositions, for every number of steps",
  arbitrary: arbitrarySource(),
  regressions,
  statement: (spec) => assertOptimal(spec, (curve, steps) => optimalSchedule(curve, { steps })),
  mutants: {
    "the frontier one step ahead": (spec) =>
      assertOptimal(spec, (curve, steps) => frontier(curve)[Math.min(steps, curve.length - 1)]!),
    "the balanced schedule": (spec) =>
      assertOptimal(spec, (curve, steps) => {
        const sizes = Array.from(
          { length: steps },
          (_, t) =>
            Math.floor((t + 1) * curve.length / steps) - Math.floor(t * curve.length / steps),
        );
        return { pathError: pathError(curve, sizes) };
      }),
  },
});

function assertOptimal(
  spec: SourceSpec,
  plan: (
    curve: Parameters<typeof optimalSchedule>[0],
    steps: number,
  ) => { readonly pathError: number },
): void {
  const source = buildSource(spec);
  const naive = new NaiveLaw(source).curve();
  const curve = source.informationCurve();
  for (let steps = 1; steps <= source.length; steps++) {
    const errors = [...compositions(source.length)]
      .filter((sizes) => sizes.length === steps)
      .map((sizes) => naivePathError(naive, sizes));
    assertClose(plan(curve, steps).pathError, Math.min(...errors), tolerance);
  }
}

function ones(length: number): number[] {
  return new Array<number>(length).fill(1);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
