// deno-lint-ignore-file camelcase -- the files of other programs name their parts so
import { deepStrictEqual, match, strictEqual, throws } from "node:assert/strict";
import { type TextTokenizer, textTokenizer } from "./text_tokenizer.ts";

const words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "un", "##mask", "##ing", "steps", "a"];

const vocab = Object.fromEntries(words.map((word, token) => [word, token]));

/** A tokenizer of word pieces as BERT's, with ten tokens: small enough to tokenise by hand. */
const wordPieces = {
  added_tokens: words.slice(0, 5).map((content, id) => ({ id, content, special: true })),
  normalizer: { type: "BertNormalizer", lowercase: true, clean_text: true, strip_accents: null },
  pre_tokenizer: { type: "BertPreTokenizer" },
  post_processor: { type: "BertProcessing", sep: ["[SEP]", 3], cls: ["[CLS]", 2] },
  decoder: { type: "WordPiece", prefix: "##", cleanup: true },
  model: {
    type: "WordPiece",
    unk_token: "[UNK]",
    continuing_subword_prefix: "##",
    max_input_chars_per_word: 100,
    vocab,
  },
};

function opened(tokenizer: Record<string, unknown>, vocabularySize = 10): TextTokenizer {
  return textTokenizer({ tokenizer, tokenizerConfig: {}, name: "toy", vocabularySize });
}

Deno.test("textTokenizer() cuts words into pieces, greedily, and tells what it does not know", () => {
  const { encode, decode, before, after, special, mask, unknown } = opened(wordPieces);
  deepStrictEqual({ before, after, special, mask, unknown }, {
    before: [2],
    after: [3],
    special: [0, 2, 3, 4],
    mask: 4,
    unknown: 1,
  });
  deepStrictEqual(encode("Unmasking STEPS"), { tokens: Int32Array.of(5, 6, 7, 8), unknown: 0 });
  deepStrictEqual(encode("a stop"), { tokens: Int32Array.of(9, 1), unknown: 1 });
  strictEqual(decode([5, 6, 7, 8]), "unmasking steps");
  deepStrictEqual(encode(""), { tokens: new Int32Array(0), unknown: 0 });
  strictEqual(decode([]), "");
});

Deno.test("textTokenizer() finds what stands around a sequence however it is written down", () => {
  const roberta = { type: "RobertaProcessing", sep: ["[SEP]", 3], cls: ["[CLS]", 2] };
  const template = {
    type: "TemplateProcessing",
    single: [{ Sequence: { id: "A", type_id: 0 } }, { SpecialToken: { id: "[SEP]", type_id: 0 } }],
    pair: [],
  };
  const around = (post_processor: unknown): unknown[] => {
    const { before, after } = opened({ ...wordPieces, post_processor });
    return [before, after];
  };
  deepStrictEqual(around(roberta), [[2], [3]]);
  deepStrictEqual(around(template), [[], [3]]);
  deepStrictEqual(around(null), [[], []]);
});

Deno.test("textTokenizer() refuses a text that spells a special token, and tokens without a logit", () => {
  throws(
    () => opened(wordPieces).encode("a [MASK] steps"),
    /^RangeError: Cannot tokenise the text: it must hold no special token of toy, got \[MASK\] as token 1$/,
  );
  throws(
    () => opened(wordPieces, 8).encode("steps"),
    /tokens must be from 0 to 7, as the logits of toy, got steps as token 0$/,
  );
});

Deno.test("textTokenizer() refuses what is no tokenizer in one line", () => {
  for (const bad of [{}, { model: {} }, { model: { type: "None" } }, { model: 3 }]) {
    throws(() => opened(bad), (error: Error) => {
      match(
        error.message,
        /^Cannot open the model toy: tokenizer.json must be a tokenizer, got ".+"$/,
      );
      return error instanceof RangeError;
    });
  }
});
