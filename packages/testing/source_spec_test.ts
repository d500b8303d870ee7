import { strictEqual, throws } from "node:assert/strict";
import { assertClose } from "./close.ts";
import { buildSource, type SourceSpec } from "./source_spec.ts";

Deno.test("buildSource() builds each kind as specified", () => {
  const probabilities: readonly (readonly [SourceSpec, number])[] = [
    // The probability of (0, 1), by hand.
    [{ kind: "table", length: 2, states: 2, weights: [1, 3, 2, 2] }, 3 / 8],
    [{ kind: "potts-chain", length: 2, states: 2, coupling: Math.log(3) }, 1 / 8],
    [{ kind: "potts-ring", length: 2, states: 2, coupling: Math.log(3) }, 1 / 20],
    [{ kind: "markov-chain", length: 2, transitions: [[0.5, 0.5], [1, 0]] }, 1 / 3],
    [
      { kind: "markov-chain", length: 2, transitions: [[0.5, 0.5], [1, 0]], initial: [0.5, 0.5] },
      1 / 4,
    ],
    [{ kind: "copies", length: 2, states: 2 }, 0],
    [{ kind: "parity", length: 2, states: 2 }, 0],
    [{ kind: "product", length: 2, states: 2 }, 1 / 4],
    [{ kind: "reed-solomon", field: 2, length: 2, dimension: 1 }, 0],
  ];
  for (const [spec, expected] of probabilities) {
    const law = buildSource(spec);
    strictEqual(law.length, 2);
    strictEqual(law.vocabularySize, 2);
    assertClose(Math.exp(law.logProbability(Int32Array.of(0, 1))), expected, { absolute: 1e-15 });
  }
});

Deno.test("buildSource() refuses what the source's own constructor refuses", () => {
  throws(
    () => buildSource({ kind: "potts-chain", length: 0, states: 2, coupling: 1 }),
    /Cannot make a Potts chain/,
  );
  throws(
    () => buildSource({ kind: "markov-chain", length: 2, transitions: [[0.5]] }),
    /Cannot use transitions/,
  );
});
