import { deepStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import {
  alphabetOf,
  BytePairs,
  charactersOf,
  letters,
  type Tokeniser,
  trainBytePairs,
} from "@unmask/language";
import { type TextTokenizer, textTokenizer } from "./text_tokenizer.ts";
import { MASK_WORD, tokenizerFile } from "./tokenizer_file.ts";

/** The exported tokenizer, read by another program's library. */
function read(tokeniser: Tokeniser): TextTokenizer {
  // As it comes out of a file.
  const tokenizer = JSON.parse(JSON.stringify(tokenizerFile(tokeniser)));
  return textTokenizer({
    tokenizer,
    tokenizerConfig: {},
    name: "exported",
    vocabularySize: tokeniser.size + 1,
  });
}

/**
 * Texts that tokenisers stumble on: accents, ligatures, signs, spaces of all kinds, other scripts.
 *
 * On these texts the original library in Rust (npm `tokenizers` 0.23.2) gave the tokens of our own
 * tokenisers too, from the same three documents.
 */
const texts = [
  "The Fulton County Grand Jury said Friday an investigation",
  "  Čeština, ﬁne café; naïve\tfaçade\r\n\u00a0Straße Ωmega \u212b ½ İstanbul ",
  "1,024 tokens in 3.5 s -- that's 90% (or so)!  Two  spaces.",
  "漢字かな交じり文 и кириллица 😀👍🏽 e\u0301\u0302 \ufeff \u0085 \u2003end\u2029",
  "a",
];

Deno.test("an exported alphabet of letters folds every text as ours does", () => {
  const exported = read(letters);
  for (const text of texts) {
    deepStrictEqual(exported.encode(text), { tokens: letters.encode(text), unknown: 0 }, text);
    strictEqual(exported.decode(letters.encode(text)), letters.decode(letters.encode(text)));
  }
  strictEqual(exported.mask, 27);
  deepStrictEqual([exported.before, exported.after, exported.special], [[], [], [27]]);
});

Deno.test("exported characters have the same tokens, and no other character passes for one", () => {
  const tokeniser = charactersOf(texts.join("\n"));
  const exported = read(tokeniser);
  for (const text of texts) {
    deepStrictEqual([...exported.encode(text).tokens], [...tokeniser.encode(text)], text);
    strictEqual(exported.decode(tokeniser.encode(text)), text);
  }
  throws(() => tokeniser.encode("aæ"));
  throws(() => exported.encode("aæ"), /nor what it does not know, got \[MASK\] as token 1$/);
});

Deno.test("exported characters with a symbol for unknown ones map and count them", () => {
  const tokeniser = alphabetOf([..."abc?"], { unknown: "?" });
  deepStrictEqual([...tokeniser.encode("axé")], [0, 3, 3]);
  deepStrictEqual(read(tokeniser).encode("axé"), { tokens: Int32Array.of(0, 3, 3), unknown: 2 });
});

Deno.test("exported byte pairs merge every text as ours do", () => {
  const tokeniser = trainBytePairs([texts.join("\n"), ...texts], { size: 300 });
  const exported = read(tokeniser);
  ok(tokeniser.size > 280);
  for (const text of texts) {
    deepStrictEqual([...exported.encode(text).tokens], [...tokeniser.encode(text)], text);
    strictEqual(exported.decode(tokeniser.encode(text)), text);
  }
  // The negative control: the same merges in another order are another tokeniser.
  const turned = read(new BytePairs([[104, 101], [116, 104]]));
  const right = new BytePairs([[116, 104], [104, 101]]);
  ok(String(turned.encode("the").tokens) !== String(right.encode("the")));
});

Deno.test("a tokeniser whose tokens are written alike is refused, since the format cannot hold it", () => {
  // a+b and then +c, or b+c and then a+.
  const merges: [number, number][] = [[97, 98], [98, 99], [256, 99], [97, 257]];
  throws(
    () => tokenizerFile(new BytePairs(merges)),
    /^RangeError: Cannot export the tokeniser: .*got "abc" for both 258 and 259$/,
  );
  strictEqual(MASK_WORD, "[MASK]");
});
