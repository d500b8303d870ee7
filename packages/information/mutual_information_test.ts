import { ok, strictEqual, throws } from "node:assert/strict";
import { arbitrarySource, assertClose, buildSource, subsets } from "@unmask/testing";
import fc from "fast-check";
import { copies } from "./copies.ts";
import { JointTable } from "./joint_table.ts";
import { mutualInformation } from "./mutual_information.ts";

const parity = JointTable.fromWeights([1, 0, 0, 1, 0, 1, 1, 0], { length: 3, vocabularySize: 2 });

Deno.test("two tokens of parity are independent, until the third is known", () => {
  strictEqual(mutualInformation(parity, { between: [[0], [1]] }), 0);
  assertClose(mutualInformation(parity, { between: [[0], [1]], given: [2] }), Math.LN2, {
    relative: 1e-15,
  });
  assertClose(mutualInformation(parity, { between: [[0], [1, 2]] }), Math.LN2, {
    relative: 1e-15,
  });
});

Deno.test("copies share ln K, and nothing once one is known", () => {
  const law = copies({ length: 4, vocabularySize: 3 });
  strictEqual(mutualInformation(law, { between: [[0, 1], [3]] }), Math.log(3));
  strictEqual(mutualInformation(law, { between: [[0], [1]], given: [2] }), 0);
});

Deno.test("a group's information about itself is its entropy, about nothing 0", () => {
  assertClose(mutualInformation(parity, { between: [[0, 1], [1, 0]] }), 2 * Math.LN2, {
    relative: 1e-15,
  });
  strictEqual(mutualInformation(parity, { between: [[0, 1], []] }), 0);
});

Deno.test("mutualInformation() is symmetric and obeys the chain rule", () => {
  fc.assert(
    fc.property(arbitrarySource(), (spec) => {
      const law = buildSource(spec);
      const all = Array.from({ length: law.length }, (_, i) => i);
      for (const [a, b, c] of subsets(all, 3)) {
        const joint = mutualInformation(law, { between: [[a!], [b!, c!]] });
        const swapped = mutualInformation(law, { between: [[c!, b!], [a!]] });
        const first = mutualInformation(law, { between: [[a!], [b!]] });
        const second = mutualInformation(law, { between: [[a!], [c!]], given: [b!] });
        // Each is a difference of four entropies of at most 5 nats.
        assertClose(swapped, joint, { absolute: 1e-14 });
        assertClose(first + second, joint, { absolute: 1e-14 });
        ok(joint >= 0);
      }
    }),
    { seed: 4, numRuns: 200 },
  );
});

Deno.test("mutualInformation() refuses positions that the sequence does not have", () => {
  throws(() => mutualInformation(parity, { between: [[0], [3]] }), RangeError);
});
