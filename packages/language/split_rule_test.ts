import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { exampleCorpus } from "./example_corpus.ts";
import { everyTenth, inOrder, splitCorpus, type SplitRule } from "./split_rule.ts";

const namesOf = (count: number, rule: SplitRule): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(
      splitCorpus(exampleCorpus(Array.from({ length: count }, (_, i) => `text ${i}`), rule)),
    )
      .map(([part, documents]) => [part, documents.map(({ name }) => name)]),
  );

Deno.test("splitCorpus() puts every document into exactly one part, in order", () => {
  for (const rule of [everyTenth, inOrder]) {
    for (const count of [0, 1, 9, 10, 44, 136, 1000]) {
      const parts = Object.values(namesOf(count, rule));
      for (const part of parts) {
        deepStrictEqual(part, part.toSorted((a, b) => Number(a) - Number(b)));
      }
      const all = parts.flat();
      strictEqual(all.length, count);
      strictEqual(new Set(all).size, count);
    }
  }
});

Deno.test("everyTenth takes the fifth and the tenth of each ten", () => {
  deepStrictEqual(namesOf(20, everyTenth).validation, ["4", "14"]);
  deepStrictEqual(namesOf(20, everyTenth).test, ["9", "19"]);
});

Deno.test("inOrder cuts a work at 80% and at 90%", () => {
  const { train, validation, test } = namesOf(20, inOrder);
  deepStrictEqual([train!.length, validation, test], [16, ["16", "17"], ["18", "19"]]);
  // Every document of a part comes before those of the next.
  for (const count of [10, 11, 136, 999]) {
    const sizes = Object.values(namesOf(count, inOrder)).map((part) => part.length);
    ok(Math.abs(sizes[0]! - 0.8 * count) < 1 && Math.abs(sizes[2]! - 0.1 * count) < 1);
    deepStrictEqual(
      Object.values(namesOf(count, inOrder)).flat(),
      Array.from({ length: count }, (_, i) => `${i}`),
    );
  }
});
