import type { CorpusDocument } from "@unmask/language";

/**
 * The first document of each text, so that no text can be in two parts of a corpus. O(n).
 *
 * @param documents Documents in their order
 * @returns Those whose text no earlier one has
 */
export function distinctTexts(documents: readonly CorpusDocument[]): CorpusDocument[] {
  const seen = new Set<string>();
  return documents.filter(({ text }) => seen.size < seen.add(text).size);
}
