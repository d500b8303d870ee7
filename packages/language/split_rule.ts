import type { Corpus, CorpusDocument } from "./corpus.ts";

/** What a document is for. */
export type CorpusPart = "train" | "validation" | "test";

/** A fixed division of documents, which depends on their order and number alone. */
export interface SplitRule {
  /** The rule in words. */
  readonly rule: string;
  /**
   * What a document is for.
   *
   * @param index Its place, from 0
   * @param count Number of documents
   * @returns The part
   */
  partOf(index: number, count: number): CorpusPart;
}

/** The documents of each part; none is in two. */
export type CorpusSplit = Readonly<Record<CorpusPart, readonly CorpusDocument[]>>;

/**
 * For many works: in each ten documents the fifth is for validation and the tenth for the test.
 *
 * Files are ordered by subject or by time, so the parts are alike.
 */
export const everyTenth: SplitRule = Object.freeze({
  rule: "of each ten documents the fifth is for validation, the tenth for the test",
  partOf(index: number): CorpusPart {
    const place = index % 10;
    return place === 4 ? "validation" : place === 9 ? "test" : "train";
  },
});

/**
 * For one long work: the first eight tenths are for training, the next tenth for validation, the
 * last for the test.
 *
 * What is shared by neighbouring chapters meets the other part at two places only.
 */
export const inOrder: SplitRule = Object.freeze({
  rule:
    "the first 80% of documents are for training, the next 10% for validation, the last for test",
  partOf(index: number, count: number): CorpusPart {
    const tenths = 10 * index;
    return tenths < 8 * count ? "train" : tenths < 9 * count ? "validation" : "test";
  },
});

/**
 * The parts of a corpus by its rule, documents in their order. O(documents).
 *
 * @param corpus The corpus
 * @returns Every document in exactly one part
 */
export function splitCorpus(corpus: Corpus): CorpusSplit {
  const { documents, splitRule } = corpus;
  const split: Record<CorpusPart, CorpusDocument[]> = { train: [], validation: [], test: [] };
  documents.forEach((document, index) =>
    split[splitRule.partOf(index, documents.length)].push(document)
  );
  return split;
}
