import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { alphabetOf, charactersOf, letters } from "./alphabet.ts";
import { BytePairs } from "./byte_pairs.ts";
import { readTokeniser, tokeniserOf } from "./read_tokeniser.ts";
import type { Tokeniser } from "./tokeniser.ts";

const merges: [number, number][] = [[101, 115], [256, 116], [108, 111], [258, 119]];

Deno.test("a saved tokeniser has the bytes that were written down, and is read back as the same one", () => {
  const cases: [Tokeniser, string, string][] = [
    [letters, '"name":"letters"', "The whale!"],
    [
      charactersOf("b\u{1F433}a\n"),
      '"name":"characters","symbols":"\\nab\u{1F433}"',
      "ab\u{1F433}",
    ],
    [
      alphabetOf(["_", "a"], { unknown: "_" }),
      '"name":"characters","symbols":"_a","unknown":"_"',
      "abc",
    ],
    [
      new BytePairs(merges),
      '"name":"byte-pairs","merges":[[101,115],[256,116],[108,111],[258,119]]',
      "lowest \u{1F433}",
    ],
  ];
  for (const [tokeniser, members, text] of cases) {
    const json = JSON.stringify(tokeniser);
    strictEqual(json, `{"format":"unmask tokeniser 1",${members}}`);
    for (const read of [readTokeniser(json), tokeniserOf(JSON.parse(json))]) {
      strictEqual(read.name, tokeniser.name);
      strictEqual(read.size, tokeniser.size);
      deepStrictEqual(read.encode(text), tokeniser.encode(text));
      strictEqual(read.decode(read.encode(text)), tokeniser.decode(tokeniser.encode(text)));
      strictEqual(JSON.stringify(read), json);
    }
  }
  deepStrictEqual([...readTokeniser(JSON.stringify(new BytePairs(merges))).encode("lowest")], [
    259,
    257,
  ]);
});

Deno.test("a character outside a saved vocabulary is refused with its position, or mapped on request", () => {
  const json = JSON.stringify(charactersOf("ab _"));
  throws(() => readTokeniser(json).encode("b\u{1F433}c"), {
    name: "RangeError",
    message:
      'Cannot encode text: every character must be one of the 4 of the alphabet, got "\u{1F433}" at position 1',
  });
  const mapped = readTokeniser(json, { unknown: "_" });
  strictEqual(mapped.decode(mapped.encode("b\u{1F433}c a")), "b__ a");
  throws(() => readTokeniser(json, { unknown: "?" }), {
    name: "RangeError",
    message:
      'Cannot map unknown characters: their symbol must be one of the 4 of the alphabet, got "?"',
  });
  for (const all of [letters, new BytePairs([])]) {
    throws(() => readTokeniser(JSON.stringify(all), { unknown: "a" }), {
      name: "RangeError",
      message: /^Cannot map unknown characters: the tokeniser must be of characters, got [a-z-]+, /,
    });
  }
});

Deno.test("what is no saved tokeniser is refused in one line", () => {
  const saved = (members: Record<string, unknown>): string =>
    JSON.stringify({ format: "unmask tokeniser 1", ...members });
  const pairs = (list: unknown): string => saved({ name: "byte-pairs", merges: list });
  const cases: [string, RegExp][] = [
    ["", /it must be JSON, got other text/],
    [pairs([[1, 2]]).slice(0, -4), /it must be JSON/],
    ["null", /its format must be "unmask tokeniser 1", got none/],
    ["[]", /its format must be "unmask tokeniser 1", got none/],
    ['{"format":"unmask tokeniser 2","name":"letters"}', /got "unmask tokeniser 2"/],
    [saved({}), /its name must be letters, characters or byte-pairs, got none/],
    [saved({ name: "words" }), /its name must be .*, got "words"/],
    [saved({ name: "characters" }), /its symbols must be a text, got none/],
    [saved({ name: "characters", symbols: ["a"] }), /its symbols must be a text, got \["a"\]/],
    [saved({ name: "characters", symbols: "aba" }), /must be different characters, got "a" twice/],
    [saved({ name: "characters", symbols: "a\ud800" }), /must be different characters, got/],
    [
      saved({ name: "characters", symbols: "a", unknown: 1 }),
      /its unknown must be a symbol, got 1/,
    ],
    [saved({ name: "characters", symbols: "a", unknown: "b" }), /one of the 1 .*, got "b"/],
    [pairs(undefined), /merges must be a list of pairs, got none/],
    [pairs("ab"), /merges must be a list of pairs, got "ab"/],
    [pairs([[1, 2, 3]]), /merges must be a list of pairs/],
    [pairs([[97, 256]]), /merge 0 must be of tokens from 0 to 255, got 256/],
    [pairs([[97, "98"]]), /merge 0 must be of tokens from 0 to 255, got 98/],
    [pairs([[97, null]]), /got null/],
    [pairs([[97, 98], [-1, 0.5]]), /merge 1 must be of tokens from 0 to 256, got -1/],
    [pairs([[97, 98], [97, 98]]), /every merge must be another pair, got 97, 98 twice/],
    [pairs(new Array(65_281).fill([97, 98])), /merges must be at most 65280, got 65281/],
  ];
  for (const [json, message] of cases) {
    throws(() => readTokeniser(json), { name: "RangeError", message });
    throws(() => readTokeniser(json), { message: /^Cannot (read|make|map) [^\n]+$/ });
  }
  strictEqual(readTokeniser(pairs([])).size, 256);
});
