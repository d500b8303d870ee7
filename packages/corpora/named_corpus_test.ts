import { deepStrictEqual, notStrictEqual, rejects, strictEqual, throws } from "node:assert/strict";
import { shuffled, textOf } from "@unmask/language";
import { brownNews } from "./brown.ts";
import { corpora } from "./corpora.ts";
import { readCorpus } from "./corpus_source.ts";
import { corpusNamed, readNamedCorpus } from "./named_corpus.ts";

Deno.test("every corpus is named by its key, and its twins by key, unit and seed", () => {
  for (const source of corpora) {
    deepStrictEqual(corpusNamed(source.key), { source });
    deepStrictEqual(corpusNamed(`${source.key}:sentences`).twin, { unit: "sentences", seed: 0 });
    deepStrictEqual(corpusNamed(`${source.key}:characters:9007199254740991`).twin, {
      unit: "characters",
      seed: 2 ** 53 - 1,
    });
  }
});

Deno.test("a corpus that is read has its name as its key, so the name gives it again", async () => {
  for (const name of ["brown-news", "brown-news:words", "brown-news:words:7"]) {
    strictEqual((await readNamedCorpus(name)).key, name);
  }
  const plain = await readCorpus(brownNews);
  const twin = await readNamedCorpus("brown-news:words:7");
  deepStrictEqual(twin.documents, shuffled(plain, { unit: "words", seed: 7 }).documents);
  // Another seed is another twin.
  notStrictEqual(
    textOf((await readNamedCorpus("brown-news:words")).documents),
    textOf(twin.documents),
  );
});

Deno.test("names that are none, or a second name of a corpus, are refused in one line", async () => {
  const unit = "what is shuffled must be one of words, sentences, characters";
  const seed = "the seed must be an integer from 1 to 2^53 - 1, or left out for 0";
  const keys = `the key must be one of ${corpora.map(({ key }) => key).join(", ")}`;
  for (
    const [name, rule] of [
      ["", keys],
      ["brown", keys],
      ["BROWN-NEWS", keys],
      ["brown-news:", unit],
      ["brown-news:letters", unit],
      ["brown-news:words:1:2", unit],
      ["brown-news:words:", seed],
      ["brown-news:words:0", seed],
      ["brown-news:words:01", seed],
      ["brown-news:words:1.5", seed],
      ["brown-news:words:-1", seed],
      ["brown-news:words:NaN", seed],
      ["brown-news:words:9007199254740992", seed],
    ]
  ) {
    const message = `Cannot read a corpus: ${rule}, got ${JSON.stringify(name)}`;
    throws(() => corpusNamed(name!), { name: "RangeError", message });
    await rejects(readNamedCorpus(name!), { name: "RangeError", message });
  }
});
