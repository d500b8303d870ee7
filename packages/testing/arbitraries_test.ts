import { ok, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import {
  arbitraryCase,
  arbitraryMasses,
  arbitrarySizes,
  arbitrarySource,
  arbitraryWeights,
} from "./arbitraries.ts";
import { buildSource } from "./source_spec.ts";

const runs = { seed: 161, numRuns: 2000 };

/** Asserts that each kind of value occurs in a sample: a generator that misses one tests less. */
function assertReaches<Value>(
  sample: readonly Value[],
  kinds: Readonly<Record<string, (value: Value) => boolean>>,
): void {
  for (const [kind, occurs] of Object.entries(kinds)) ok(sample.some(occurs), `never ${kind}`);
}

Deno.test("arbitraryWeights() are weights, and reach the ugly places", () => {
  const sample = fc.sample(arbitraryWeights(4), runs);
  for (const weights of sample) {
    strictEqual(weights.length, 4);
    ok(weights.every((weight) => weight >= 0 && weight < Infinity));
    ok(weights.some((weight) => weight > 0));
  }
  assertReaches(sample, {
    "a zero": (weights) => weights.includes(0),
    "one outcome alone": (weights) => weights.filter((weight) => weight > 0).length === 1,
    "a tie": (weights) => weights[0]! > 0 && weights[0] === weights[1],
    "a near-tie": (weights) =>
      weights.some((a) => weights.some((b) => a !== b && a > 0.5 && Math.abs(a - b) < 1e-15)),
    "a ratio beyond 1e27": (weights) => weights.includes(1e-28) && weights.some((w) => w >= 1),
    "only a tiny one": (weights) => weights.every((weight) => weight < 1e-27),
  });
});

Deno.test("arbitraryMasses() sum to 1 to rounding", () => {
  for (const masses of fc.sample(arbitraryMasses(5), runs)) {
    ok(Math.abs(masses.reduce((a, b) => a + b) - 1) < 1e-15);
  }
});

Deno.test("arbitrarySizes() are schedules, and reach every composition of five", () => {
  const sample = fc.sample(arbitrarySizes(5), runs);
  for (const sizes of sample) {
    strictEqual(sizes.reduce((a, b) => a + b), 5);
    ok(sizes.every((size) => Number.isInteger(size) && size >= 1));
  }
  strictEqual(new Set(sample.map(String)).size, 16);
});

Deno.test("arbitrarySource() reaches every kind and every edge, each built and small enough to enumerate", () => {
  const sample = fc.sample(arbitrarySource(), runs);
  assertReaches(sample, {
    "a table": ({ kind }) => kind === "table",
    "a Potts chain": ({ kind }) => kind === "potts-chain",
    "a frustrated Potts ring": (spec) =>
      spec.kind === "potts-ring" && spec.states === 2 && spec.length % 2 === 1 && spec.length > 1 &&
      spec.coupling < -2,
    "a Markov chain": ({ kind }) => kind === "markov-chain",
    copies: ({ kind }) => kind === "copies",
    parity: ({ kind }) => kind === "parity",
    "independent tokens": ({ kind }) => kind === "product",
    "the code of two free tokens among four": (spec) =>
      spec.kind === "reed-solomon" && spec.length === 4 && spec.dimension === 2,
    "one token": ({ length }) => length === 1,
    "one state": (spec) => "states" in spec && spec.states === 1,
    "repulsion beyond exp": (spec) => "coupling" in spec && spec.coupling === -800,
  });
  for (const spec of sample) {
    const law = buildSource(spec);
    strictEqual(law.length, spec.length);
    ok(law.vocabularySize ** law.length <= 625, "small enough to enumerate");
  }
});

Deno.test("arbitraryCase() has a schedule of its source's length", () => {
  for (const { source, sizes } of fc.sample(arbitraryCase(), runs)) {
    strictEqual(sizes.reduce((a, b) => a + b), source.length);
  }
});
