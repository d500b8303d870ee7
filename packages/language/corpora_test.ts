import { deepStrictEqual, match, ok, rejects, strictEqual } from "node:assert/strict";
import { brownNews } from "./brown.ts";
import { corpora } from "./corpora.ts";
import type { Corpus } from "./corpus.ts";
import { corpusSource, readCorpus } from "./corpus_source.ts";
import { splitCorpus } from "./split_rule.ts";

const read = new Map<string, Corpus>();
for (const source of corpora) {
  const reading = await source.read();
  if (reading.outcome === "read") read.set(source.key, reading.corpus);
}

/** By sha256sum and Python 3 on the files of the packages, cleaned by rules written anew there. */
const counted = [
  {
    key: "moby-dick",
    sha256: "6ee50d4320734c2599c56d937a0dfb38967ee304288a63987a77e10d391bf240",
    files: 136,
    characters: 1_183_909,
  },
  {
    key: "state-of-the-union",
    sha256: "805ccd2b2645318eb01caa3d4a0d374bee2544c1d5e48d2c66f8feaf7ae25790",
    files: 233,
    characters: 10_756_996,
  },
  {
    key: "mailing-lists",
    sha256: "2add4b6f6dfa0253515cb0e2fd4cbc92581947b7109e937c761e399c72d83fe6",
    files: 3900,
    characters: 2_718_801,
  },
] as const;

Deno.test("corpora read the bytes, files and characters that were counted elsewhere", () => {
  for (const { key, sha256, files, characters } of counted) {
    const corpus = read.get(key)!;
    strictEqual(corpus.sha256, sha256);
    strictEqual(corpus.files.length, files);
    let count = 0;
    for (const { text } of corpus.documents) for (const _ of text) count++;
    strictEqual(count, characters, key);
  }
});

Deno.test("every corpus says what it is, under a key of its own", () => {
  strictEqual(new Set(corpora.map(({ key }) => key)).size, corpora.length);
  for (const { key, title, licence, source, cleaning, splitRule } of corpora) {
    match(key, /^[a-z]+(-[a-z]+)*$/);
    for (const text of [title, licence, source, splitRule.rule]) ok(text.length > 0);
    ok(cleaning.length > 0);
  }
});

Deno.test("no text is in two documents, so none of the test is trained on", () => {
  for (const [key, corpus] of read) {
    const { train, validation, test } = splitCorpus(corpus);
    for (const part of [train, validation, test]) ok(part.length > 0);
    const texts = corpus.documents.map(({ text }) => text);
    strictEqual(new Set(texts).size, texts.length, key);
    strictEqual(new Set(corpus.documents.map(({ name }) => name)).size, texts.length, key);
  }
});

Deno.test("clean texts have single spaces, and paragraphs without empty lines", () => {
  for (const [key, { documents }] of read) {
    for (const { name, text } of documents) {
      ok(text !== "" && text === text.trim(), `${key} ${name}`);
      ok(!/\n\n| {2}|\t|\r| \n|\n /.test(text), `${key} ${name}`);
    }
  }
});

Deno.test("Moby-Dick begins with Ishmael, whose name no heading hides", () => {
  const { documents } = read.get("moby-dick")!;
  ok(documents[0]!.text.startsWith("Call me Ishmael. Some years ago"));
  ok(documents.at(-1)!.text.endsWith("only found another orphan."));
  for (const { text } of documents) ok(!/^CHAPTER \d/m.test(text));
});

Deno.test("no applause is left in the addresses", () => {
  const { documents } = read.get("state-of-the-union")!;
  ok(documents[0]!.name.startsWith("1790_"));
  ok(documents.at(-1)!.name.startsWith("2021_"));
  for (const { text } of documents) ok(!/[([](applause|laughter)/i.test(text));
});

Deno.test("posts to mailing lists have no headers, no footers and no quotes", () => {
  const { documents } = read.get("mailing-lists")!;
  for (const { name, text } of documents) {
    ok(!/^(From \S+@|Return-Path: |Delivered-To: |>)/.test(text), name);
    ok(!/^_{20}|mailman\/listinfo\/\S+$|^To unsubscribe/m.test(text.split("\n").at(-1)!), name);
  }
});

Deno.test("a corpus that is not on the machine is absent, and a reader is told how to get it", async () => {
  const nowhere = corpusSource({
    ...brownNews,
    folders: () => [new URL("file:///no/such/folder/")],
    fileNames: () => ["ca01"],
    documentsOf: () => [],
    advice: "write it",
  });
  const reading = await nowhere.read();
  strictEqual(reading.outcome, "absent");
  await rejects(readCorpus(nowhere), {
    name: "RangeError",
    message: /^Cannot read brown-news: its files must be in .*folder, got none \(write it\)$/,
  });
});

Deno.test("a corpus is read from the first folder that has it", async () => {
  const twice = corpusSource({
    ...brownNews,
    folders: () => [new URL("file:///no/such/"), new URL("./", import.meta.url)],
    fileNames: () => ["mod.ts"],
    documentsOf: (files) => files.map(({ name }) => ({ name, text: name })),
    advice: "",
  });
  const { documents, files } = await readCorpus(twice);
  deepStrictEqual([documents, files], [[{ name: "mod.ts", text: "mod.ts" }], ["mod.ts"]]);
});
