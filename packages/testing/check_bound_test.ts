import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { arbitraryCase } from "./arbitraries.ts";
import { type BoundClaim, checkBound } from "./check_bound.ts";
import { assertClose } from "./close.ts";
import { NaiveLaw, naivePathError } from "./naive.ts";
import { buildSource } from "./source_spec.ts";

const divided: BoundClaim = {
  name: "path error falls as TC / T",
  kind: "upper",
  value: ({ measures, sizes }) => measures.totalCorrelation / sizes.length,
};

Deno.test("checkBound() refutes EKL <= TC / T by a law and a schedule that enumerate to it", () => {
  const search = checkBound(divided);
  ok(search.outcome === "refuted");
  const curve = new NaiveLaw(buildSource(search.source)).curve();
  const error = naivePathError(curve, search.sizes);
  const value = naivePathError(curve, [search.source.length]) / search.sizes.length;
  ok(error > value);
  // Entropies of a law of a few cells.
  assertClose(search.pathError, error, { absolute: 1e-13 });
  assertClose(search.value, value, { absolute: 1e-13 });
});

Deno.test("checkBound() shrinks to the shortest law that refutes EKL <= TC / T", () => {
  // One token has error 0; of two, one step has TC / 1 and two steps have error 0.
  const search = checkBound(divided);
  ok(search.outcome === "refuted");
  strictEqual(search.source.length, 3);
  deepStrictEqual(search.sizes, [1, 2]);
  ok(search.source.kind !== "table" || search.source.weights.every((w) => w === 0 || w === 1));
});

Deno.test("checkBound() refutes EKL <= MI / (2T) for balanced sizes", () => {
  const search = checkBound({
    name: "half of Corollary 1",
    kind: "upper",
    applies: ({ sizes }) => Math.max(...sizes) - Math.min(...sizes) <= 1,
    value: ({ measures, sizes }) => measures.totalMutualInformation / (2 * sizes.length),
  });
  strictEqual(search.outcome, "refuted");
});

Deno.test("checkBound() finds no law above TC, and meets it in one shot", () => {
  const search = checkBound({ ...divided, value: ({ measures }) => measures.totalCorrelation });
  ok(search.outcome === "survived" && search.tightest !== undefined);
  strictEqual(search.cases, 1000);
  assertClose(search.tightest.ratio, 1, { absolute: 1e-12 });
  deepStrictEqual(search.tightest.sizes.length, 1);
});

Deno.test("checkBound() refutes a lower bound, and lets a true one survive", () => {
  const lower = (value: BoundClaim["value"]): BoundClaim => ({
    name: "lower",
    kind: "lower",
    value,
  });
  strictEqual(checkBound(lower(() => 0)).outcome, "survived");
  const search = checkBound(lower(({ measures }) => measures.totalCorrelation / 100));
  ok(search.outcome === "refuted" && search.pathError < search.value);
});

Deno.test("checkBound() takes NaN for a broken claim, and infinity at its word", () => {
  const upper = (value: number): BoundClaim => ({ ...divided, value: () => value });
  strictEqual(checkBound(upper(NaN)).outcome, "refuted");
  strictEqual(checkBound(upper(Infinity)).outcome, "survived");
  strictEqual(checkBound(upper(-Infinity)).outcome, "refuted");
  strictEqual(checkBound({ ...upper(-Infinity), kind: "lower" }).outcome, "survived");
});

Deno.test("checkBound() says that a claim which applies nowhere was not tested", () => {
  const search = checkBound({ ...divided, applies: () => false }, { numRuns: 50 });
  deepStrictEqual(search, { outcome: "survived", cases: 0 });
});

Deno.test("checkBound() passes on what a claim throws, and does not take it for a refutation", () => {
  const broken: BoundClaim = {
    ...divided,
    value: () => {
      throw new TypeError("a slip in the claim");
    },
  };
  throws(() => checkBound(broken), /Cannot check the claim "path error.*a slip in the claim/s);
});

Deno.test("checkBound() repeats itself for a seed, and tries as many cases as it is told", () => {
  const claim = { ...divided, value: () => Infinity };
  const search = checkBound(claim, { numRuns: 7, arbitrary: arbitraryCase() });
  ok(search.outcome === "survived" && search.cases === 7);
  deepStrictEqual(checkBound(divided, { seed: 3 }), checkBound(divided, { seed: 3 }));
});
