import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { assertClose, buildSource, NaiveLaw, type SourceSpec, subsets } from "@unmask/testing";
import { checkBlocks, enumeratedBlockCurves, symmetricBlockCurves } from "./block_curves.ts";
import { copies } from "./copies.ts";
import type { JointTable } from "./joint_table.ts";
import { parity } from "./parity.ts";
import { reedSolomon } from "./reed_solomon.ts";

/** `f_b(k)` token by token from its definition: a mean of conditional entropies. */
function byDefinition(law: NaiveLaw, block: readonly number[]): number[] {
  const before = Array.from({ length: block[0]! }, (_, i) => i);
  return block.map((_, k) => {
    const terms = block.flatMap((i) =>
      [...subsets(block.filter((j) => j !== i), k)].map((seen) =>
        law.entropy([...before, ...seen, i]) - law.entropy([...before, ...seen])
      )
    );
    return terms.reduce((sum, term) => sum + term, 0) / terms.length;
  });
}

const specs: readonly SourceSpec[] = [
  {
    kind: "table",
    length: 5,
    states: 2,
    // deno-fmt-ignore
    weights: [674, 359, 0, 0, 0, 0, 708, 234, 678, 451, 0, 0, 0, 205, 0, 346, 818, 20, 840, 522, 0,
      434, 116, 995, 0, 0, 168, 907, 0, 0, 411, 685],
  },
  { kind: "potts-ring", length: 6, states: 2, coupling: 1.3 },
  { kind: "copies", length: 5, states: 3 },
];

Deno.test("enumeratedBlockCurves() are the mean entropies of a token of the block given the rest", () => {
  for (const spec of specs) {
    const law = buildSource(spec);
    const naive = new NaiveLaw(law);
    for (const first of [1, 2, 3]) {
      const lengths = [first, law.length - first - 1, 1];
      let start = 0;
      enumeratedBlockCurves(law, lengths).forEach((curve, b) => {
        const block = Array.from({ length: lengths[b]! }, (_, i) => start + i);
        start += lengths[b]!;
        // Differences of entropies of a few nats.
        byDefinition(naive, block).forEach((value, k) =>
          assertClose(curve.conditionalEntropies[k]!, value, { absolute: 1e-14 })
        );
      });
    }
  }
});

Deno.test("one block of all tokens has the information curve", () => {
  const law = buildSource(specs[0]!) as JointTable;
  const [curve] = enumeratedBlockCurves(law, [5]);
  law.informationCurve().conditionalEntropies.forEach((value, k) =>
    assertClose(curve!.conditionalEntropies[k]!, value, { absolute: 1e-14 })
  );
});

Deno.test("blocks of one token have the entropies of the chain rule, which sum to H(X)", () => {
  const law = buildSource(specs[0]!);
  const curves = enumeratedBlockCurves(law, [1, 1, 1, 1, 1]);
  const sum = curves.reduce((total, curve) => total + curve.conditionalEntropies[0]!, 0);
  assertClose(sum, law.subsetEntropy([0, 1, 2, 3, 4]), { absolute: 1e-14 });
});

Deno.test("a symmetric law's block curves are pieces of its curve, as by enumeration", () => {
  const laws = [
    copies({ length: 7, vocabularySize: 3 }),
    parity({ length: 7, vocabularySize: 2 }),
    reedSolomon({ field: 7, length: 7, dimension: 4 }),
  ];
  for (const law of laws) {
    const lengths = [3, 3, 1];
    const expected = enumeratedBlockCurves(law, lengths);
    symmetricBlockCurves(law.informationCurve(), lengths).forEach((curve, b) => {
      strictEqual(curve.length, lengths[b]);
      curve.conditionalEntropies.forEach((value, k) =>
        assertClose(value, expected[b]!.conditionalEntropies[k]!, { absolute: 1e-14 })
      );
    });
  }
});

Deno.test("pieces of the curve are not the block curves of a chain", () => {
  const law = buildSource({ kind: "potts-chain", length: 6, states: 2, coupling: 1.3 });
  const [, second] = enumeratedBlockCurves(law, [3, 3]);
  const [, piece] = symmetricBlockCurves(law.informationCurve(), [3, 3]);
  throws(() =>
    assertClose(second!.conditionalEntropies[1]!, piece!.conditionalEntropies[1]!, {
      absolute: 1e-3,
    })
  );
});

Deno.test("blocks that are none are refused, and so is an enumeration that is too large", () => {
  const law = copies({ length: 20, vocabularySize: 2 });
  throws(() => enumeratedBlockCurves(law, [20]), {
    name: "RangeError",
    message:
      "Cannot enumerate the curves of blocks: subsets, 2^n for n tokens of a block, must be at most 262144, got 1048576",
  });
  deepStrictEqual(enumeratedBlockCurves(law, [10, 10]).map(({ length }) => length), [10, 10]);
  throws(() => checkBlocks([10, 9], 20), {
    name: "RangeError",
    message: "Cannot use blocks: their lengths must sum to the length 20, got 19",
  });
  throws(() => checkBlocks([], 20), /got 0/);
  for (const tokens of [0, -1, 1.5, NaN]) {
    throws(() => checkBlocks([20, tokens], 20), /integer of at least 1, got/);
  }
});
