import type { SplitRule } from "./split_rule.ts";

/** One document of a corpus: what is never divided between training and test. */
export interface CorpusDocument {
  /** Its name within the corpus: a file, or a record of one. */
  readonly name: string;
  /** The clean text, not empty. */
  readonly text: string;
}

/** What is known of a corpus before it is read. */
export interface CorpusFacts {
  /** Its name on the command line and in reports' data. */
  readonly key: string;
  /** Its name for readers. */
  readonly title: string;
  /** The terms under which it may be used and passed on. */
  readonly licence: string;
  /** The package and version it is read from. */
  readonly source: string;
  /** What is done to the text, one step after another. */
  readonly cleaning: readonly string[];
  /** Which documents are for training, for validation and for the test. */
  readonly splitRule: SplitRule;
}

/** Texts with what is needed to say where they came from and to get the same ones again. */
export interface Corpus extends CorpusFacts {
  /** The files read, in that order. */
  readonly files: readonly string[];
  /** SHA-256 of the bytes read, the files one after another, in lower-case hexadecimal. */
  readonly sha256: string;
  /** The clean texts. */
  readonly documents: readonly CorpusDocument[];
}

/**
 * Documents as one text, an empty line between two of them. O(n) time and memory.
 *
 * @param documents Documents of a corpus
 * @returns Their text
 */
export function textOf(documents: readonly CorpusDocument[]): string {
  return documents.map(({ text }) => text).join("\n\n");
}
