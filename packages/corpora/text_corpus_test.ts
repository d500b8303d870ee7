import { deepStrictEqual, match, ok, rejects, strictEqual } from "node:assert/strict";
import { type Corpus, splitCorpus } from "@unmask/language";
import { textCorpus, textCorpusOf } from "./text_corpus.ts";

const corpusOf = (text: string): Promise<Corpus> =>
  textCorpusOf({ name: "notes.txt", bytes: new TextEncoder().encode(text) });

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

Deno.test("a text of one's own becomes ten documents that together have its words in order", async () => {
  const text = Array.from({ length: 997 }, (_, i) => `word${i % 13}`).join(" ");
  const corpus = await corpusOf(`\uFEFF${text}\r\nend\r`);
  strictEqual(corpus.documents.length, 10);
  deepStrictEqual(corpus.documents.flatMap((one) => words(one.text)), [...words(text), "end"]);
  for (const document of corpus.documents) {
    // No more than a word off a tenth.
    ok(Math.abs(document.text.length - text.length / 10) <= 12, document.name);
    strictEqual(document.text, document.text.trim());
  }
  const { train, validation, test } = splitCorpus(corpus);
  deepStrictEqual([train.length, validation.length, test.length], [8, 1, 1]);
  ok(test[0]!.text.endsWith("\nend"));
});

Deno.test("a text without white space is cut at its tenths, never within a character", async () => {
  const genome = "ACGT".repeat(250);
  const { documents } = await corpusOf(genome);
  deepStrictEqual(documents.map(({ text }) => text.length), new Array<number>(10).fill(100));
  const whales = await corpusOf("\u{1F433}".repeat(51));
  strictEqual(whales.documents.map(({ text }) => text).join(""), "\u{1F433}".repeat(51));
  for (const { text } of whales.documents) ok(text.isWellFormed());
});

Deno.test("the hash is of the bytes of the file, and the name is without its folder", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = `${folder}/ten.txt`;
    await Deno.writeTextFile(path, "a b c d e f g h i j\n");
    const corpus = await textCorpus(path);
    // printf 'a b c d e f g h i j\n' | sha256sum
    strictEqual(corpus.sha256, "17dac0fdbcf832632e7cd00988fab05ae80e01c99c22eee6e0c5ca13ae3e57bd");
    deepStrictEqual([corpus.key, corpus.source, corpus.files], [
      "own-text",
      "ten.txt",
      ["ten.txt"],
    ]);
    deepStrictEqual(corpus.documents.map(({ text }) => text).join(""), "abcdefghij");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a file that is empty, binary, too short or not there is refused in one line", async () => {
  const cases: [Uint8Array, RegExp][] = [
    [Uint8Array.of(), /the file must not be empty, got 0 bytes$/],
    [Uint8Array.of(0x89, 0x50, 0x4e, 0x47), /the file must be UTF-8 text, got other bytes$/],
    [new TextEncoder().encode("ab\0c"), /the file must be text, got a zero byte at character 2$/],
    [
      new TextEncoder().encode(" \n\t "),
      /must have a word or more in each of the 10 pieces it is cut into, got 0 such pieces$/,
    ],
    [
      new TextEncoder().encode("a few words"),
      /must have a word or more in each of the 10 pieces it is cut into, got \d such pieces$/,
    ],
  ];
  for (const [bytes, message] of cases) {
    await rejects(textCorpusOf({ name: "it", bytes }), (error: Error) => {
      strictEqual(error.name, "RangeError");
      match(error.message, message);
      match(error.message, /^Cannot read "it": [^\n]+$/);
      return true;
    });
  }
  await rejects(textCorpus("/no/such/file"), {
    name: "RangeError",
    message: 'Cannot read "/no/such/file": it must be a file that can be read, got none',
  });
  await rejects(textCorpus("/"), { name: "RangeError", message: /^Cannot read "\/": [^\n]+$/ });
});
