import { strictEqual } from "node:assert/strict";
import { arbitraryTable, assertClose } from "@unmask/testing";
import fc from "fast-check";
import { copies } from "./copies.ts";
import { JointTable } from "./joint_table.ts";
import { klDivergence } from "./kl_divergence.ts";
import { sequenceOfCell } from "./sequence_cell.ts";
import { totalCorrelation } from "./total_correlation.ts";

Deno.test("totalCorrelation() of copies is (L-1) ln K, of one token 0", () => {
  assertClose(totalCorrelation(copies({ length: 5, vocabularySize: 3 })), 4 * Math.log(3), {
    relative: 1e-15,
  });
  strictEqual(totalCorrelation(copies({ length: 1, vocabularySize: 3 })), 0);
});

Deno.test("totalCorrelation() is the divergence of the law from the product of its marginals", () => {
  fc.assert(
    fc.property(arbitraryTable(), ({ length, states, weights }) => {
      const law = JointTable.fromWeights(weights, { length, vocabularySize: states });
      const tokens = new Int32Array(length);
      const marginals = Array.from({ length }, () => new Float64Array(states));
      law.probabilities.forEach((mass, cell) => {
        sequenceOfCell(cell, states, tokens);
        tokens.forEach((token, i) => marginals[i]![token]! += mass);
      });
      const product = law.probabilities.map((_, cell) => {
        sequenceOfCell(cell, states, tokens);
        return tokens.reduce((mass, token, i) => mass * marginals[i]![token]!, 1);
      });
      const divergence = klDivergence(law.probabilities, Float64Array.from(product));
      assertClose(totalCorrelation(law), divergence, { absolute: 1e-14, relative: 1e-14 });
    }),
    { seed: 5, numRuns: 200 },
  );
});
