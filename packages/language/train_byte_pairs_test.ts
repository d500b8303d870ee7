import { deepStrictEqual, notDeepStrictEqual, strictEqual, throws } from "node:assert/strict";
import fc from "fast-check";
import type { BytePairs } from "./byte_pairs.ts";
import { piecesOf } from "./text_pieces.ts";
import { trainBytePairs } from "./train_byte_pairs.ts";

const named = (pairs: BytePairs): string[] =>
  pairs.merges.map((_, rank) => new TextDecoder().decode(pairs.bytesOf(256 + rank)));

/** Sennrich, Haddow and Birch 2016, section 3.2: words with their counts. */
const paper = Object.entries({ low: 5, lower: 2, newest: 6, widest: 3 })
  .flatMap(([word, count]) => new Array<string>(count).fill(word));

Deno.test("trainBytePairs() merges low, lower, newest and widest as by hand", () => {
  // Counts: es 9 and st 9, e before s; est 9; lo 7 and ow 7, l before o; low 7; then at 6 ew, new and
  // newest; at 3 dest, idest, widest; at 2 er and lower. The paper's end of word is not used.
  const pairs = trainBytePairs(paper, { size: 1000 });
  deepStrictEqual(named(pairs), [
    ...["es", "est", "lo", "low", "ew", "new", "newest", "dest", "idest", "widest", "er", "lower"],
  ]);
  strictEqual(pairs.size, 268);
  deepStrictEqual(named(trainBytePairs(paper, { size: 260 })), ["es", "est", "lo", "low"]);
  // "lowest" was never seen.
  strictEqual(trainBytePairs(paper, { size: 260 }).encode("lowest").length, 2);
});

Deno.test("trainBytePairs() does not depend on the order of texts, and does on their counts", () => {
  const { merges } = trainBytePairs(paper, { size: 268 });
  deepStrictEqual(trainBytePairs(paper.toReversed(), { size: 268 }).merges, merges);
  notDeepStrictEqual(trainBytePairs(new Set(paper), { size: 268 }).merges, merges);
});

/** Counts every pair of neighbours anew for every merge. */
function naiveMerges(texts: readonly string[], size: number): [number, number][] {
  let pieces = texts.flatMap(piecesOf).map((piece) => [...new TextEncoder().encode(piece)]);
  const merges: [number, number][] = [];
  while (256 + merges.length < size) {
    const counts = new Map<string, number>();
    for (const piece of pieces) {
      for (let i = 0; i + 1 < piece.length; i++) {
        const key = `${piece[i]},${piece[i + 1]}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    const [best] = [...counts]
      .map(([key, count]) => ({ count, pair: key.split(",").map(Number) as [number, number] }))
      .sort((a, b) => b.count - a.count || a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1]);
    if (best === undefined || best.count < 2) break;
    const token = 256 + merges.length;
    merges.push(best.pair);
    pieces = pieces.map((piece) => {
      const merged: number[] = [];
      for (let i = 0; i < piece.length; i++) {
        if (piece[i] === best.pair[0] && piece[i + 1] === best.pair[1]) {
          merged.push(token);
          i++;
        } else merged.push(piece[i]!);
      }
      return merged;
    });
  }
  return merges;
}

Deno.test("trainBytePairs() makes the merges that counting anew makes", () => {
  const text = fc.array(fc.constantFrom("a", "b", "ab", "aaa", " ", "\u00e9", "1"))
    .map((parts) => parts.join(""));
  fc.assert(fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
    deepStrictEqual(trainBytePairs(texts, { size: 276 }).merges, naiveMerges(texts, 276));
  }));
});

Deno.test("trainBytePairs() refuses sizes that are none, and lone surrogates", () => {
  for (const size of [255, 65_537, 300.5, NaN]) {
    throws(() => trainBytePairs(paper, { size }), {
      name: "RangeError",
      message: `Cannot train a vocabulary: size must be an integer from 256 to 65536, got ${size}`,
    });
  }
  throws(() => trainBytePairs(["\ud800"], { size: 300 }), {
    message: "Cannot train a vocabulary: texts must be well-formed Unicode, got a lone surrogate",
  });
});
