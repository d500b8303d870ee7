import { deepStrictEqual, notStrictEqual, ok, strictEqual, throws } from "node:assert/strict";
import { drawInteger, streamFamily } from "@unmask/random";
import { type Corpus, textOf } from "./corpus.ts";
import { exampleCorpus } from "./example_corpus.ts";
import { shuffled, shuffleUnits } from "./shuffled.ts";

const streams = streamFamily({ seed: 1, cell: "shuffled_test", purpose: "words" });

/** Twelve documents of 60 to 71 words of different letters, a sentence every seven words. */
const corpus = exampleCorpus(Array.from({ length: 12 }, (_, n) => {
  const stream = streams.at(n);
  return Array.from({ length: 60 + n }, (_, i) =>
    Array.from(
      { length: 1 + drawInteger(8, stream) },
      () => String.fromCharCode(97 + drawInteger(26, stream)),
    ).join("") + (i % 7 === 6 ? "." : "")).join(" ");
}));

function corpusOf(...texts: string[]): Corpus {
  return exampleCorpus(texts);
}

const first = (corpus: Corpus): string => corpus.documents[0]!.text;

const sortedCharacters = (text: string): string => [...text].sort().join("");

Deno.test("a twin has the same characters in every document, in another order", () => {
  for (const unit of shuffleUnits) {
    const twin = shuffled(corpus, { unit, seed: 1 });
    strictEqual(twin.documents.length, 12);
    twin.documents.forEach(({ name, text }, i) => {
      const original = corpus.documents[i]!;
      strictEqual(name, original.name);
      strictEqual(sortedCharacters(text), sortedCharacters(original.text), unit);
      notStrictEqual(text, original.text);
    });
  }
});

Deno.test("a twin of words has the same words, and one of sentences the same sentences", () => {
  const words = (text: string): string[] => text.split(/\s+/).sort();
  const twin = shuffled(corpus, { unit: "words", seed: 1 });
  deepStrictEqual(words(first(twin)), words(first(corpus)));
  // Negative control: shuffled characters spell other words.
  const spelled = words(first(shuffled(corpus, { unit: "characters", seed: 1 })));
  ok(spelled.join(" ") !== words(first(corpus)).join(" "));

  const text = 'He said "no!" Why? Dr. No left\nat 5.30. (So be it.) End';
  const sentences = ['He said "no!"', "Why?", "Dr.", "No left", "at 5.30.", "(So be it.)", "End"];
  const orders = new Set<string>();
  for (let seed = 0; seed < 20; seed++) {
    const other = first(shuffled(corpusOf(text), { unit: "sentences", seed }));
    let rest = other;
    for (const sentence of sentences.toSorted((a, b) => b.length - a.length)) {
      ok(rest.includes(sentence), `${sentence} in ${other}`);
      rest = rest.replace(sentence, "");
    }
    strictEqual(rest, "   \n  ", "the line is broken at the same place");
    orders.add(other);
  }
  ok(orders.size > 15);
});

Deno.test("white space stays where it was unless characters are shuffled", () => {
  const text = "a bb  ccc\ndddd e\n\nff";
  for (let seed = 0; seed < 10; seed++) {
    const twin = first(shuffled(corpusOf(text), { unit: "words", seed }));
    strictEqual(twin.replace(/\S+/g, ""), text.replace(/\S+/g, ""));
  }
});

Deno.test("every order of three words is as likely as any other", () => {
  // Chi-square of 6 orders over 3000 documents, 5 degrees of freedom: above 35.89 in 1e-6 of seeds
  // (scipy 1.17.1, chi2.isf(1e-6, 5)); the seed is fixed.
  const twin = shuffled(corpusOf(...new Array<string>(3000).fill("a b c")), {
    unit: "words",
    seed: 3,
  });
  const counts = new Map<string, number>();
  for (const { text } of twin.documents) counts.set(text, (counts.get(text) ?? 0) + 1);
  strictEqual(counts.size, 6);
  const statistic = [...counts.values()].reduce((sum, n) => sum + (n - 500) ** 2 / 500, 0);
  ok(statistic < 35.89, `${statistic}`);
});

Deno.test("a seed gives one twin, and another seed, unit or corpus another", () => {
  const bytes = (corpus: Corpus): string => textOf(corpus.documents);
  for (const unit of shuffleUnits) {
    const twin = bytes(shuffled(corpus, { unit, seed: 7 }));
    strictEqual(bytes(shuffled(corpus, { unit, seed: 7 })), twin);
    notStrictEqual(bytes(shuffled(corpus, { unit, seed: 8 })), twin);
    notStrictEqual(bytes(shuffled({ ...corpus, key: "other" }, { unit, seed: 7 })), twin);
  }
  // Two documents of the same text are not shuffled alike.
  const [one, two] = shuffled(corpusOf(first(corpus), first(corpus)), { unit: "words", seed: 7 })
    .documents;
  notStrictEqual(one!.text, two!.text);
});

Deno.test("characters beyond 16 bits stay whole", () => {
  const twin = first(shuffled(corpusOf("\u{1F600}a\u{1F433}b"), { unit: "characters", seed: 2 }));
  ok(twin.isWellFormed());
  deepStrictEqual([...twin].sort(), ["a", "b", "\u{1F433}", "\u{1F600}"]);
});

Deno.test("a twin that could only be the same is refused", () => {
  for (
    const [unit, text] of [["words", "ACGT"], ["sentences", "One only."], ["words", ""]] as const
  ) {
    throws(() => shuffled(corpusOf(text), { unit, seed: 0 }), {
      name: "RangeError",
      message:
        `Cannot shuffle example: some document must have two ${unit}, got one at most in each`,
    });
  }
  // One document that can be shuffled is enough; the others stay as they are.
  const twin = shuffled(corpusOf("One.", "One. Two."), { unit: "sentences", seed: 0 });
  strictEqual(first(twin), "One.");
});

Deno.test("a twin says what was done to it, and reads the same bytes", () => {
  const twin = shuffled(corpus, { unit: "words", seed: 5 });
  strictEqual(twin.key, "example:words:5");
  strictEqual(shuffled(corpus, { unit: "words", seed: 0 }).key, "example:words");
  strictEqual(twin.title, "Example, words shuffled");
  strictEqual(twin.cleaning.at(-1), "words shuffled within each document, seed 5");
  strictEqual(twin.sha256, corpus.sha256);
  throws(() => shuffled(corpus, { unit: "words", seed: -1 }), RangeError);
});
