import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { streamFamily } from "@unmask/random";
import { assertReferenceMeasures, buildableCases } from "@unmask/testing";
import { reedSolomon } from "./reed_solomon.ts";
import { MASK } from "./source.ts";

Deno.test("reedSolomon() has the measures of both codes among the references", async () => {
  const cases = await buildableCases(["reed-solomon"]);
  strictEqual(cases.length, 2);
  strictEqual(cases.map(assertReferenceMeasures).reduce((a, b) => a + b), 4 + 5 + 2 * 8);
});

Deno.test("a code over a large field takes any k tokens as free, and completes them as one word", () => {
  // The largest field below the limit: products of 2^44, which lose no digit.
  const options = { field: 4194301, length: 40, dimension: 7 };
  const law = reedSolomon(options);
  const word = new Int32Array(40);
  law.draw(streamFamily({ seed: 9, cell: "code", purpose: "word" }).at(0), word);
  strictEqual(law.logProbability(word), -7 * Math.log(4194301));
  strictEqual(law.logProbability(word.with(39, (word[39]! + 1) % 4194301)), -Infinity);
  const row = new Float64Array(4194301);
  for (
    const known of [[0, 1, 2, 3, 4, 5, 6], [33, 34, 35, 36, 37, 38, 39], [0, 8, 9, 15, 22, 31, 39]]
  ) {
    const state = Int32Array.from(word, (token, i) => known.includes(i) ? token : MASK);
    strictEqual(law.conditionals(state, Int32Array.of(17), row), 0);
    strictEqual(row[word[17]!], 1);
    // With one token less, nothing is known of the others.
    law.conditionals(state.with(known[3]!, MASK), Int32Array.of(17), row);
    strictEqual(row[word[17]!], 1 / 4194301);
  }
  // The word satisfies the checks of its code: its 7th differences are 0, in integers of any size.
  let differences = Array.from(word, BigInt);
  for (let order = 0; order < 7; order++) {
    differences = differences.slice(1).map((value, i) => value - differences[i]!);
  }
  deepStrictEqual([...new Set(differences.map((value) => value % 4194301n))], [0n]);
});

Deno.test("reedSolomon() refuses fields, lengths and dimensions that make no code, saying which", () => {
  const good = { field: 7, length: 6, dimension: 2 };
  const refusals: readonly [Partial<typeof good>, string][] = [
    [{ field: 4 }, "field must be a prime of at least the length 6, got 4"],
    [{ field: 5 }, "field must be a prime of at least the length 6, got 5"],
    [{ field: 9 }, "field must be a prime of at least the length 6, got 9"],
    [{ field: 7.5 }, "field must be a prime of at least the length 6, got 7.5"],
    [{ field: NaN }, "field must be a prime of at least the length 6, got NaN"],
    [{ field: -7 }, "field must be a prime of at least the length 6, got -7"],
    [{ field: 4194319 }, "field must be at most 4194304, got 4194319"],
    [{ field: Infinity }, "field must be at most 4194304, got Infinity"],
    [
      { field: 1, length: 1, dimension: 1 },
      "field must be a prime of at least the length 1, got 1",
    ],
    [{ length: 0 }, "length must be an integer from 1 to 4194304, got 0"],
    [{ length: NaN }, "length must be an integer from 1 to 4194304, got NaN"],
    [{ dimension: 0 }, "dimension must be an integer from 1 to the length 6, got 0"],
    [{ dimension: 7 }, "dimension must be an integer from 1 to the length 6, got 7"],
    [{ dimension: 1.5 }, "dimension must be an integer from 1 to the length 6, got 1.5"],
    [{ dimension: NaN }, "dimension must be an integer from 1 to the length 6, got NaN"],
  ];
  for (const [bad, rule] of refusals) {
    throws(() => reedSolomon({ ...good, ...bad }), {
      name: "RangeError",
      message: `Cannot make a Reed-Solomon code: ${rule}`,
    });
  }
});

Deno.test("a code too large to complete a word of still has its entropies and its curve", () => {
  const law = reedSolomon({ field: 131101, length: 131072, dimension: 65536 });
  strictEqual(law.subsetEntropy([5, 3, 131071]), 3 * Math.log(131101));
  strictEqual(law.informationCurve().tokenMutualInformation[65536], Math.log(131101));
  throws(() => law.logProbability(new Int32Array(131072)), {
    name: "RangeError",
    message:
      "Cannot complete a word of a Reed-Solomon code: length times dimension must be at most 4294967296, got 131072 x 65536",
  });
});
