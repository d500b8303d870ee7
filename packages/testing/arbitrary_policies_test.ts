import { ok, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { arbitraryPolicy, arbitraryPolicyCase, arbitraryRemasking } from "./arbitrary_policies.ts";
import { buildPolicy, type PolicySpec } from "./policy_spec.ts";

const runs = { seed: 171, numRuns: 1000 };

const kinds: readonly PolicySpec["policy"][] = [
  "random",
  "bernoulli-grid",
  "randomised-sizes",
  "top",
  "confidence-threshold",
  "confidence-factor",
  "entropy-bounded",
  "entropy-sum",
  "autoregressive",
  "bisection",
  "dilated",
  "blocks",
];

/** Every policy of a specification: its own, or those of its blocks. */
function partsOf(spec: PolicySpec): readonly PolicySpec[] {
  return spec.policy === "blocks" ? [spec, ...spec.inside] : [spec];
}

Deno.test("arbitraryPolicy() reaches every kind, on its own and in blocks, and fits its length", () => {
  for (const length of [1, 2, 5]) {
    const sample = fc.sample(arbitraryPolicy(length), runs);
    for (const spec of sample) {
      const rules = buildPolicy(spec).rules({ length, vocabularySize: 2 });
      const sum = rules.reduce((total, { probability }) => total + probability, 0);
      ok(Math.abs(sum - 1) < 1e-12);
    }
    for (const kind of kinds) {
      ok(sample.some(({ policy }) => policy === kind), `never ${kind}`);
      if (kind === "blocks") continue;
      const inside = (spec: PolicySpec): boolean =>
        spec.policy === "blocks" && partsOf(spec).some(({ policy }) => policy === kind);
      ok(sample.some(inside), `never ${kind} in blocks`);
    }
  }
});

Deno.test("arbitraryPolicy() leaves chance out, or has it, as it is asked", () => {
  const byChance = ["random", "bernoulli-grid", "randomised-sizes"];
  for (const random of [true, false]) {
    for (const spec of fc.sample(arbitraryPolicy(4, { random }), runs)) {
      strictEqual(partsOf(spec).some(({ policy }) => byChance.includes(policy)), random);
    }
  }
});

Deno.test("arbitraryPolicy() attains thresholds exactly, and leaves them", () => {
  const sample = fc.sample(arbitraryPolicyCase({ random: false }), runs);
  const gammas = sample.flatMap(({ policy }) =>
    policy.policy === "entropy-bounded" ? [policy.gamma] : []
  );
  for (const exact of [0, Math.LN2, Math.log(3)]) ok(gammas.includes(exact));
  ok(gammas.some((gamma) => gamma > 0 && gamma < Math.LN2));
});

Deno.test("arbitraryRemasking() reaches caps of 0, 1 and between", () => {
  const caps = fc.sample(arbitraryRemasking(), runs).flatMap((spec) => {
    buildPolicy(spec).rules({ length: 3, vocabularySize: 2 });
    return spec.policy === "remasking" ? [spec.cap] : [];
  });
  strictEqual(caps.length, runs.numRuns);
  ok(caps.includes(0) && caps.includes(1) && caps.some((cap) => cap > 0 && cap < 1));
});
