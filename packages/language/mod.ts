/**
 * Real text: alphabets and byte pairs that turn it into tokens, and corpora with their provenance.
 *
 * @module
 */
export { type Alphabet, charactersOf, letters } from "./alphabet.ts";
export { brownFiction, brownNews } from "./brown.ts";
export { BYTE_PAIR_LIMIT, BytePairs } from "./byte_pairs.ts";
export { corpora } from "./corpora.ts";
export { type Corpus, type CorpusDocument, type CorpusFacts, textOf } from "./corpus.ts";
export {
  type CorpusPlace,
  type CorpusReading,
  type CorpusSource,
  fetchCorpus,
  readCorpus,
} from "./corpus_source.ts";
export { mailingLists } from "./mailing_lists.ts";
export { mobyDick } from "./moby_dick.ts";
export { readBytePairs } from "./read_byte_pairs.ts";
export { dna, proteins } from "./sequences.ts";
export { shuffled, type ShuffleUnit, shuffleUnits } from "./shuffled.ts";
export { type CorpusPart, type CorpusSplit, splitCorpus, type SplitRule } from "./split_rule.ts";
export { stateOfTheUnion } from "./state_of_the_union.ts";
export { trainBytePairs } from "./train_byte_pairs.ts";
