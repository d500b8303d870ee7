/**
 * Corpora with their provenance, read from files and from packages of data: for programs, not for
 * pages.
 *
 * @module
 */
export { dna, proteins } from "./biological_sequences.ts";
export { brownFiction, brownNews } from "./brown.ts";
export { corpora } from "./corpora.ts";
export {
  type CorpusPlace,
  type CorpusReading,
  type CorpusSource,
  readCorpus,
} from "./corpus_source.ts";
export { mailingLists } from "./mailing_lists.ts";
export { mobyDick } from "./moby_dick.ts";
export { type CorpusName, corpusNamed, readNamedCorpus } from "./named_corpus.ts";
export { stateOfTheUnion } from "./state_of_the_union.ts";
export { textCorpus, textCorpusOf, type TextFile } from "./text_corpus.ts";
