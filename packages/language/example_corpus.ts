import type { Corpus } from "./corpus.ts";
import { everyTenth, type SplitRule } from "./split_rule.ts";

/**
 * A corpus of given texts, for tests.
 *
 * @param texts One document each, named by its number from 0
 * @param splitRule Its rule
 * @returns The corpus, with the key `example`
 */
export function exampleCorpus(
  texts: readonly string[],
  splitRule: SplitRule = everyTenth,
): Corpus {
  return {
    key: "example",
    title: "Example",
    licence: "none",
    source: "a test",
    cleaning: ["none"],
    splitRule,
    files: ["example.txt"],
    sha256: "",
    documents: texts.map((text, i) => ({ name: `${i}`, text })),
  };
}
