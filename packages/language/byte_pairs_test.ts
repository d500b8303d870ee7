import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import fc from "fast-check";
import { BytePairs, piecesOf, readBytePairs } from "./byte_pairs.ts";

const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];

/** es, est, lo, low: the first merges of Sennrich, Haddow and Birch, without their end of word. */
const merges: [number, number][] = [[101, 115], [256, 116], [108, 111], [258, 119]];

Deno.test("piecesOf() cuts between words, numbers, signs and spaces, and loses nothing", () => {
  deepStrictEqual(piecesOf("It's  12 a.m.\n\tdéjà vu!?"), [
    ...["It", "'", "s", " ", " 12", " a", ".", "m", ".", "\n", "\t", "déjà", " vu", "!?"],
  ]);
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    strictEqual(piecesOf(text).join(""), text);
  }));
});

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

Deno.test("a saved vocabulary is read back as the same one", () => {
  const json = JSON.stringify(new BytePairs(merges));
  strictEqual(
    json,
    '{"format":"unmask byte pairs 1","merges":[[101,115],[256,116],[108,111],[258,119]]}',
  );
  const read = readBytePairs(json);
  deepStrictEqual(read.merges, merges);
  deepStrictEqual([...read.encode("lowest")], [259, 257]);
});

Deno.test("what is no saved vocabulary is refused", () => {
  const saved = (list: unknown): string =>
    JSON.stringify({ format: "unmask byte pairs 1", merges: list });
  const cases: [string, RegExp][] = [
    ["", /it must be JSON, got other text/],
    ['{"format":"unmask byte pairs 1","merges":[[1', /it must be JSON/],
    ["null", /its format must be "unmask byte pairs 1", got none/],
    ['{"format":"unmask byte pairs 2","merges":[]}', /got "unmask byte pairs 2"/],
    [saved(undefined), /merges must be a list of pairs/],
    [saved([[1, 2, 3]]), /merges must be a list of pairs/],
    [saved([[97, 256]]), /merge 0 must be of tokens from 0 to 255, got 256/],
    [saved([[97, "98"]]), /merge 0 must be of tokens from 0 to 255, got 98/],
    [saved([[97, null]]), /got null/],
    [saved([[97, 98], [-1, 0.5]]), /merge 1 must be of tokens from 0 to 256, got -1/],
    [saved([[97, 98], [97, 98]]), /every merge must be another pair, got 97, 98 twice/],
    [saved(new Array(65_281).fill([97, 98])), /merges must be at most 65280, got 65281/],
  ];
  for (const [json, message] of cases) {
    throws(() => readBytePairs(json), { name: "RangeError", message });
  }
  ok(readBytePairs(saved([])).size === 256);
});
