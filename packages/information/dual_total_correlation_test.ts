import { strictEqual } from "node:assert/strict";
import { arbitrarySource, assertClose, buildSource } from "@unmask/testing";
import fc from "fast-check";
import { copies } from "./copies.ts";
import { dualTotalCorrelation } from "./dual_total_correlation.ts";
import { mutualInformation } from "./mutual_information.ts";

Deno.test("dualTotalCorrelation() of two or more copies is ln K, of one token 0", () => {
  for (const length of [2, 3, 9]) {
    assertClose(dualTotalCorrelation(copies({ length, vocabularySize: 3 })), Math.log(3), {
      relative: 1e-15,
    });
  }
  strictEqual(dualTotalCorrelation(copies({ length: 1, vocabularySize: 3 })), 0);
});

Deno.test("dualTotalCorrelation() is sum_i I(X_i; X_{>i} | X_{<i})", () => {
  // H(X) is sum_i H(X_i | X_{<i}); take H(X_i | X_-i) from each term.
  fc.assert(
    fc.property(arbitrarySource(), (spec) => {
      const law = buildSource(spec);
      const all = Array.from({ length: law.length }, (_, i) => i);
      const sum = all.reduce(
        (total, i) =>
          total + mutualInformation(law, {
            between: [[i], all.slice(i + 1)],
            given: all.slice(0, i),
          }),
        0,
      );
      assertClose(dualTotalCorrelation(law), sum, { absolute: 3e-14 });
    }),
    { seed: 6, numRuns: 200 },
  );
});
