import { deepStrictEqual, notDeepStrictEqual, rejects, strictEqual } from "node:assert/strict";
import { sequencesOf } from "./sequences_of.ts";

const documents = [Int32Array.from({ length: 50 }, (_, i) => i), Int32Array.of(1, 2, 3)];

Deno.test("sequencesOf() draws disjoint halves by the seed, of windows within documents", async () => {
  const { curve, validation, found } = await sequencesOf(documents, {
    length: 4,
    each: 5,
    seed: 1,
  });
  strictEqual(found, 12);
  const starts = [...curve, ...validation].map((row) => row[0]!);
  strictEqual(new Set(starts).size, 10);
  for (const row of [...curve, ...validation]) {
    deepStrictEqual(
      [...row],
      [0, 1, 2, 3].map((i) => row[0]! + i),
    );
  }
  const again = await sequencesOf(documents, { length: 4, each: 5, seed: 1 });
  deepStrictEqual(again.curve, curve);
  const other = await sequencesOf(documents, { length: 4, each: 5, seed: 2 });
  notDeepStrictEqual(other.curve, curve);
});

Deno.test("sequencesOf() refuses text without a whole sequence", async () => {
  await rejects(
    sequencesOf([Int32Array.of(1, 2)], { length: 3, each: 5, seed: 1 }),
    /held-out text must have a document of at least 3 tokens, got 2 in the longest of 1$/,
  );
});
