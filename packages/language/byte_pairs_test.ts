import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import fc from "fast-check";
import { BytePairs } from "./byte_pairs.ts";
import { piecesOf } from "./text_pieces.ts";

const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];

/** es, est, lo, low: the first merges of Sennrich, Haddow and Birch, without their end of word. */
const merges: [number, number][] = [[101, 115], [256, 116], [108, 111], [258, 119]];

Deno.test("encode() merges the earliest pair first, within words", () => {
  const pairs = new BytePairs(merges);
  strictEqual(pairs.size, 260);
  deepStrictEqual([...pairs.encode("lowest")], [259, 257]);
  deepStrictEqual([...pairs.encode("slow low")], [...bytesOf("s"), 259, ...bytesOf(" "), 259]);
  // No token crosses a space, or a sign.
  deepStrictEqual([...pairs.encode("lo w")], [258, ...bytesOf(" w")]);
  deepStrictEqual([...pairs.encode("e's")], bytesOf("e's"));
});

Deno.test("encode() takes a run of one letter from the left", () => {
  const pairs = new BytePairs([[97, 97], [256, 256], [256, 97]]);
  deepStrictEqual([...pairs.encode("aaa")], [258]);
  deepStrictEqual([...pairs.encode("aaaaa")], [257, 97]);
  deepStrictEqual([...pairs.encode("a".repeat(7))], [257, 258]);
});

/** Encodes by looking over the whole piece for every merge in turn. */
function naiveEncode(pairs: BytePairs, text: string): number[] {
  return piecesOf(text).flatMap((piece) => {
    let tokens = bytesOf(piece);
    pairs.merges.forEach(([left, right], rank) => {
      const merged: number[] = [];
      for (let i = 0; i < tokens.length; i++) {
        if (tokens[i] === left && tokens[i + 1] === right) {
          merged.push(256 + rank);
          i++;
        } else merged.push(tokens[i]!);
      }
      tokens = merged;
    });
    return tokens;
  });
}

/** Vocabularies over few letters, where merges build on each other. */
const arbitraryPairs = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 12 }).map((raw) => {
  const letters = bytesOf("ab ");
  const tokens = [...letters];
  const seen = new Set<string>();
  const list: [number, number][] = [];
  for (const [i, j] of raw) {
    const pair: [number, number] = [tokens[i % tokens.length]!, tokens[j % tokens.length]!];
    if (seen.has(`${pair}`)) continue;
    seen.add(`${pair}`);
    tokens.push(256 + list.length);
    list.push(pair);
  }
  return new BytePairs(list);
});

Deno.test("encode() is the merges applied one after another", () => {
  fc.assert(fc.property(
    arbitraryPairs,
    fc.array(fc.constantFrom("a", "b", " ", "\u00e9")).map((parts) => parts.join("")),
    (pairs, text) => {
      deepStrictEqual([...pairs.encode(text)], naiveEncode(pairs, text));
    },
  ));
});

Deno.test("decode() gives back any text that was encoded, byte order marks included", () => {
  const pairs = new BytePairs(merges);
  for (const text of ["", "\uFEFFlow", "newest \u{1F433}\0\r\n", "\uFFFD"]) {
    strictEqual(pairs.decode(pairs.encode(text)), text);
  }
  fc.assert(fc.property(arbitraryPairs, fc.string({ unit: "binary" }), (other, text) => {
    if (text.isWellFormed()) strictEqual(other.decode(other.encode(text)), text);
  }));
});

Deno.test("decode() shows bytes that are no character as U+FFFD", () => {
  const pairs = new BytePairs(merges);
  strictEqual(pairs.decode([0xc3, 259]), "\uFFFDlow");
  deepStrictEqual([...pairs.bytesOf(257)], bytesOf("est"));
});

Deno.test("tokens and texts that are none are refused", () => {
  const pairs = new BytePairs(merges);
  for (const token of [-1, 260, 0.5, NaN]) {
    throws(() => pairs.decode([0, token]), {
      name: "RangeError",
      message:
        `Cannot decode tokens: every token must be from 0 to 259, got ${token} at position 1`,
    });
  }
  throws(() => pairs.encode("a\ud800"), {
    name: "RangeError",
    message: "Cannot encode text: it must be well-formed Unicode, got a lone surrogate",
  });
});
