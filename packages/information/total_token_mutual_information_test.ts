import { strictEqual } from "node:assert/strict";
import { arbitrarySource, assertClose, buildSource, NaiveLaw } from "@unmask/testing";
import fc from "fast-check";
import { copies } from "./copies.ts";
import { totalTokenMutualInformation } from "./total_token_mutual_information.ts";

Deno.test("totalTokenMutualInformation() of copies is L ln K, of one token 0", () => {
  const law = copies({ length: 5, vocabularySize: 3 });
  assertClose(totalTokenMutualInformation(law), 5 * Math.log(3), { relative: 1e-15 });
  strictEqual(totalTokenMutualInformation(copies({ length: 1, vocabularySize: 3 })), 0);
});

Deno.test("totalTokenMutualInformation() is the enumerated sum of I(X_i; X_-i)", () => {
  fc.assert(
    fc.property(arbitrarySource(), (spec) => {
      const law = buildSource(spec);
      const sum = new NaiveLaw(law).tokenMutualInformation().reduce((a, b) => a + b);
      assertClose(totalTokenMutualInformation(law), sum, { absolute: 3e-14 });
    }),
    { seed: 7, numRuns: 200 },
  );
});
