import { deepStrictEqual, doesNotThrow, ok, strictEqual, throws } from "node:assert/strict";
import { assertReference, buildableCases, referenceCases } from "./reference_cases.ts";

Deno.test("the reference cases are all there, each whole", async () => {
  const cases = await referenceCases();
  const kinds: Record<string, number> = {};
  for (const { source, length, informationCurve, schedules, optimal } of cases) {
    kinds[source.kind] = (kinds[source.kind] ?? 0) + 1;
    strictEqual(informationCurve.length, length);
    ok(schedules.length >= 1 && optimal.length >= 1);
    for (const { sizes } of schedules) strictEqual(sizes.reduce((a, b) => a + b), length);
  }
  deepStrictEqual(kinds, {
    "potts-chain": 6,
    "potts-ring": 2,
    table: 3,
    "reed-solomon": 2,
    "markov-chain": 1,
  });
});

Deno.test("buildableCases() are those of the kinds asked for", async () => {
  strictEqual((await buildableCases(["table", "markov-chain"])).length, 4);
  strictEqual((await buildableCases([])).length, 0);
});

Deno.test("assertReference() allows 1e-12 of the reference, and 1e-14 nats where it is 0", () => {
  doesNotThrow(() => assertReference(2 + 1e-12, "2.000"));
  doesNotThrow(() => assertReference(0.9e-14, "0"));
  throws(() => assertReference(2 + 3e-12, "2.000"));
  throws(() => assertReference(1.1e-14, "0"));
  throws(() => assertReference(NaN, "0"));
  throws(() => assertReference(1, "one"));
});
