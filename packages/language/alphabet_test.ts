import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { type Alphabet, charactersOf, letters } from "./alphabet.ts";

const roundTrip = (alphabet: Alphabet, text: string): string =>
  alphabet.decode(alphabet.encode(text));

Deno.test("letters has 27 symbols: a to z, then space", () => {
  strictEqual(letters.symbols.join(""), "abcdefghijklmnopqrstuvwxyz ");
  deepStrictEqual([...letters.encode("Az b")], [0, 25, 26, 1]);
});

Deno.test("letters folds case, diacritics, and runs of anything else", () => {
  const cases: [string, string][] = [
    ["Déjà vu", "deja vu"],
    ["  It's 3,000!\r\n\tYes--no. ", "it s yes no"],
    ["\u0130stanbul", "istanbul"], // its lower case carries a combining dot
    ["\u212Aelvin", "kelvin"], // the Kelvin sign
    ["\uFB01sh", "fish"], // one ligature, two letters
    ["e\u0301te\u0301", "ete"], // already decomposed
    ["a\u00DFb", "a b"], // sharp s does not decompose
    ["\u6F22\u5B57", ""],
    ["", ""],
  ];
  for (const [text, folded] of cases) strictEqual(roundTrip(letters, text), folded);
});

Deno.test("letters folds a text that is folded already to itself", () => {
  const folded = "the quick brown fox";
  strictEqual(roundTrip(letters, folded), folded);
});

Deno.test("charactersOf() sorts the code points that occur and keeps the text as it is", () => {
  const text = "b\u{1F600}a\n\uFFFDB a";
  const alphabet = charactersOf(text);
  // By code point: in UTF-16 order U+1F600 would come before U+FFFD.
  deepStrictEqual(alphabet.symbols, ["\n", " ", "B", "a", "b", "\uFFFD", "\u{1F600}"]);
  strictEqual(alphabet.encode(text).length, 8);
  strictEqual(roundTrip(alphabet, text), text);
  deepStrictEqual(charactersOf("").symbols, []);
});

Deno.test("encode() refuses a character outside the alphabet, with its position in code points", () => {
  throws(() => charactersOf("\u{1F600}ab").encode("a\u{1F600}c"), {
    name: "RangeError",
    message:
      'Cannot encode text: every character must be one of the 3 of the alphabet, got "c" at position 2',
  });
});

Deno.test("decode() refuses what is no token", () => {
  for (const token of [-1, 27, 0.5, NaN]) {
    throws(() => letters.decode([0, token]), {
      name: "RangeError",
      message: `Cannot decode tokens: every token must be from 0 to 26, got ${token} at position 1`,
    });
  }
});
