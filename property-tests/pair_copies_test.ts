import { timeGridError } from "@unmask/convergence";
import { exactPredictor, outputLaw } from "@unmask/diffusion";
import { JointTable } from "@unmask/information";
import { arbitraryTimeGrid, assertClose, NaiveLaw, sequences, testTheorem } from "@unmask/testing";
import fc from "fast-check";
import { regressions } from "./regressions.ts";

/** How many pairs of tied fair bits, and the time grid of the sampler. */
interface Pairs {
  readonly pairs: number;
  readonly grid: readonly number[];
}

const arbitraryPairs = fc.record({
  pairs: fc.constantFrom(1, 2),
  grid: arbitraryTimeGrid({ steps: 6 }),
});

/** Tokens 0 and 1 are equal, so are 2 and 3; the pairs are fair and independent. */
function tiedPairs(pairs: number): JointTable {
  const length = 2 * pairs;
  const weights = [...sequences(length, 2)].map((bits) =>
    bits.every((bit, i) => bit === bits[i - i % 2]) ? 1 : 0
  );
  return JointTable.fromWeights(weights, { length, vocabularySize: 2 });
}

/** Output laws by ordered partition, of which four tokens have 75: enumerated once each. */
const outputLaws = new Map<string, Float64Array>();

function outputOf(law: JointTable, iterations: readonly number[]): Float64Array {
  const used = [...new Set(iterations)].sort((a, b) => a - b);
  const key = iterations.map((iteration) => used.indexOf(iteration)).join();
  const known = outputLaws.get(key);
  if (known !== undefined) return known;
  const order = used.map((j) =>
    Int32Array.from([...iterations.keys()].filter((i) => iterations[i] === j))
  );
  const masses = outputLaw(exactPredictor(law), { order });
  outputLaws.set(key, masses);
  return masses;
}

/** Both errors by definition: over every assignment of tokens to iterations. */
function errorsByDefinition({ pairs, grid }: Pairs): { path: number; endpoint: number } {
  const law = tiedPairs(pairs);
  const naive = new NaiveLaw(law);
  const mean = new Float64Array(2 ** law.length);
  let path = 0;
  for (const iterations of sequences(law.length, grid.length - 1)) {
    const probability = iterations.reduce((value, j) => value * (grid[j + 1]! - grid[j]!), 1);
    if (probability === 0) continue;
    const masses = outputOf(law, iterations);
    path += probability * naive.divergenceFrom(masses, 2);
    masses.forEach((mass, cell) => mean[cell]! += probability * mass);
  }
  return { path, endpoint: naive.divergenceFrom(mean, 2) };
}

/** Chance that two given tokens are revealed in the same iteration: `1 / T` for T equal steps. */
function togetherOf(grid: readonly number[]): number {
  return grid.slice(1).reduce((sum, t, j) => sum + (t - grid[j]!) ** 2, 0);
}

/** Sums of at most 1,296 assignments of weight 1 together. */
const tolerance = { absolute: 1e-12 };

testTheorem<Pairs>({
  name: "P tied pairs have path error P c ln 2, c = 1/T the chance of a pair in one iteration",
  arbitrary: arbitraryPairs,
  regressions,
  statement(value): void {
    assertPath(value, (pairs, together) => pairs * together * Math.LN2);
    const curve = tiedPairs(value.pairs).informationCurve();
    assertClose(timeGridError(curve, value.grid), errorsByDefinition(value).path, tolerance);
  },
  mutants: {
    "the endpoint error": (value) =>
      assertPath(value, (pairs, together) => -pairs * Math.log1p(-together / 2)),
    "a step more": (value) =>
      assertPath(value, (pairs, together) => pairs * Math.LN2 / (1 / together + 1)),
    "one pair for all": (value) => assertPath(value, (_, together) => together * Math.LN2),
  },
});

function assertPath(value: Pairs, formula: (pairs: number, together: number) => number): void {
  const expected = formula(value.pairs, togetherOf(value.grid));
  assertClose(errorsByDefinition(value).path, expected, tolerance);
}

testTheorem<Pairs>({
  name: "P tied pairs have endpoint error -P ln(1 - c/2), c = 1/T the chance of one iteration",
  arbitrary: arbitraryPairs,
  regressions,
  statement: (value) =>
    assertEndpoint(value, (pairs, together) => -pairs * Math.log1p(-together / 2)),
  mutants: {
    "the path error": (value) =>
      assertEndpoint(value, (pairs, together) => pairs * together * Math.LN2),
    "1 - c for 1 - c/2": (value) =>
      assertEndpoint(value, (pairs, together) => -pairs * Math.log1p(-together)),
    "one pair for all": (value) =>
      assertEndpoint(value, (_, together) => -Math.log1p(-together / 2)),
  },
});

function assertEndpoint(value: Pairs, formula: (pairs: number, together: number) => number): void {
  const expected = formula(value.pairs, togetherOf(value.grid));
  assertClose(errorsByDefinition(value).endpoint, expected, tolerance);
}
