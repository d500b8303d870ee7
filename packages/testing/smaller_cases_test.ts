import { deepStrictEqual, ok } from "node:assert/strict";
import type { Case } from "./arbitraries.ts";
import { smallestCase } from "./smaller_cases.ts";

const start: Case = {
  source: { kind: "table", length: 3, states: 2, weights: [3, 0, 0.5, 1, 7, 0, 0, 2] },
  sizes: [1, 2],
};

Deno.test("smallestCase() goes down to one token where everything keeps the property", () => {
  const { value, steps } = smallestCase(start, () => true);
  deepStrictEqual(value.source.length, 1);
  deepStrictEqual(value.sizes, [1]);
  ok(steps >= 2);
});

Deno.test("smallestCase() returns the case where nothing smaller keeps the property", () => {
  deepStrictEqual(smallestCase(start, () => false), { value: start, steps: 0 });
});

Deno.test("smallestCase() keeps the property, and sizes that sum to the length", () => {
  const keeps = ({ source, sizes }: Case): boolean => {
    ok(sizes.every((size) => size >= 1));
    deepStrictEqual(sizes.reduce((sum, size) => sum + size, 0), source.length);
    return source.length >= 2;
  };
  const { value } = smallestCase(start, keeps);
  deepStrictEqual(value.source.length, 2);
  ok(value.source.kind === "table" && value.source.weights.every((w) => w === 0 || w === 1));
  ok(value.source.weights.some((weight) => weight > 0));
});

Deno.test("smallestCase() rounds a coupling and lowers the states", () => {
  const chain: Case = {
    source: { kind: "potts-chain", length: 4, states: 4, coupling: 2.3 },
    sizes: [4],
  };
  const keeps = ({ source }: Case): boolean =>
    source.kind === "potts-chain" && source.length >= 3 && source.states >= 2;
  deepStrictEqual(smallestCase(chain, keeps).value, {
    source: { kind: "potts-chain", length: 3, states: 2, coupling: 2 },
    sizes: [3],
  });
});
