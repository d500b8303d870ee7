import { deepStrictEqual, match, ok, rejects, strictEqual } from "node:assert/strict";
import { type Corpus, splitCorpus } from "@unmask/language";
import { brownNews } from "./brown.ts";
import { corpora } from "./corpora.ts";
import { corpusSource, readCorpus } from "./corpus_source.ts";

const read = new Map<string, Corpus>();
for (const source of corpora) {
  const reading = await source.read();
  if (reading.outcome === "read") read.set(source.key, reading.corpus);
}

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

Deno.test("a corpus that is not on the machine is absent, and a reader is told how to get it", async () => {
  const nowhere = corpusSource({
    ...brownNews,
    find: () => ({ folders: [new URL("file:///no/such/folder/")], advice: "write it" }),
    fileNames: () => ["ca01"],
    documentsOf: () => [],
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
    find: () => ({
      folders: [new URL("file:///no/such/"), new URL("./", import.meta.url)],
      advice: "",
    }),
    fileNames: () => ["mod.ts"],
    documentsOf: (files) => files.map(({ name }) => ({ name, text: name })),
  });
  const { documents, files } = await readCorpus(twice);
  deepStrictEqual([documents, files], [[{ name: "mod.ts", text: "mod.ts" }], ["mod.ts"]]);
});
