import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { streamFamily } from "@unmask/random";
import { charactersOf } from "./alphabet.ts";
import { Windows, windowsOf } from "./windows.ts";

const streams = streamFamily({ seed: 11, cell: "windows_test", purpose: "windows" });

/** Documents of given lengths whose tokens tell where they are: hundreds the document, then place. */
const numbered = (...lengths: number[]): Int32Array[] =>
  lengths.map((length, document) => Int32Array.from({ length }, (_, i) => 100 * document + i));

const rowsOf = (rows: Int32Array, length: number): number[][] =>
  Array.from({ length: rows.length / length }, (_, i) => [
    ...rows.subarray(i * length, (i + 1) * length),
  ]);

Deno.test("consecutive windows are rows of one document each, none overlapping, the rest dropped", () => {
  const windows = new Windows(numbered(7, 2, 3, 9), { length: 3 });
  deepStrictEqual(rowsOf(windows.consecutive(), 3), [
    [0, 1, 2],
    [3, 4, 5],
    [200, 201, 202],
    [300, 301, 302],
    [303, 304, 305],
    [306, 307, 308],
  ]);
});

Deno.test("random windows are of one document, and every place is as likely as any other", () => {
  // Places: 5 + 1 + 7 = 13. Chi-square of 13,000 draws, 12 degrees of freedom: above 49.0 in less than
  // 2.1e-6 of seeds (its survival function is exp(-x/2) sum_{k<6} (x/2)^k / k!); the seed is fixed.
  const windows = new Windows(numbered(7, 2, 3, 9), { length: 3 });
  strictEqual(windows.places, 13);
  const rows = rowsOf(windows.random({ count: 13_000, stream: streams.at(0) }), 3);
  strictEqual(rows.length, 13_000);
  const counts = new Map<number, number>();
  for (const [first, second, third] of rows) {
    deepStrictEqual([second, third], [first! + 1, first! + 2]);
    counts.set(first!, (counts.get(first!) ?? 0) + 1);
  }
  deepStrictEqual([...counts.keys()].sort((a, b) => a - b), [
    ...[0, 1, 2, 3, 4, 200, 300, 301, 302, 303, 304, 305, 306],
  ]);
  const chi = (observed: Iterable<number>): number =>
    [...observed].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
  ok(chi(counts.values()) < 49, `${chi(counts.values())}`);
  // Negative control: documents equally likely, in place of places.
  const skewed = new Array<number>(13).fill(0).map((_, i) =>
    13_000 / 3 / (i < 5 ? 5 : i < 6 ? 1 : 7)
  );
  ok(chi(skewed) > 49);
});

Deno.test("the stream decides random windows, and nothing else", () => {
  const draw = (sample: number, length = 4): Int32Array =>
    new Windows(numbered(50, 60), { length }).random({ count: 8, stream: streams.at(sample) });
  deepStrictEqual(draw(1), draw(1));
  ok(draw(1).join() !== draw(2).join());
  strictEqual(draw(1, 50).length, 400);
});

Deno.test("windowsOf() encodes each document by itself, and names the one it cannot encode", () => {
  const documents = [{ name: "one", text: "abba" }, { name: "two", text: "baabb" }];
  const tokeniser = charactersOf("ab");
  deepStrictEqual(rowsOf(windowsOf(documents, { tokeniser, length: 2 }).consecutive(), 2), [
    ...[[0, 1], [1, 0], [1, 0], [0, 1]],
  ]);
  throws(() => windowsOf([...documents, { name: "c", text: "ac" }], { tokeniser, length: 2 }), {
    name: "RangeError",
    message: /got "c" at position 1 of document c$/,
  });
});

Deno.test("windows that there are none of are refused", () => {
  throws(() => new Windows(numbered(7, 9), { length: 10 }), {
    name: "RangeError",
    message: "Cannot cut windows: some document must have 10 tokens, got 9 in the longest of 2",
  });
  throws(() => new Windows([], { length: 1 }), { message: /got 0 in the longest of 0$/ });
  for (const length of [0, -1, 1.5, NaN, Infinity]) {
    throws(() => new Windows(numbered(7), { length }), {
      name: "RangeError",
      message: `Cannot cut windows: length must be a positive integer, got ${length}`,
    });
  }
  for (const count of [-1, 0.5, NaN]) {
    throws(() => new Windows(numbered(7), { length: 2 }).random({ count, stream: streams.at(0) }), {
      name: "RangeError",
      message: `Cannot draw windows: count must be a non-negative integer, got ${count}`,
    });
  }
});
