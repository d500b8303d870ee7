import { deepStrictEqual, ok } from "node:assert/strict";
import { everyPolicy } from "./every_policy.ts";
import { buildPolicy } from "./policy_spec.ts";

Deno.test("everyPolicy() has each kind that unmasks, and fits its length", () => {
  for (const length of [2, 3, 7]) {
    const specs = everyPolicy(length);
    deepStrictEqual([...new Set(specs.map(({ policy }) => policy))], [
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
    ]);
    for (const spec of specs) ok(buildPolicy(spec).rules({ length, vocabularySize: 3 }).length > 0);
  }
});
