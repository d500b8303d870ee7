/**
 * Text and its tokens: alphabets, byte pairs, documents and their splits, windows, shuffled twins.
 * Nothing here reads a file, so a page may import it.
 *
 * @module
 */
export { type Alphabet, alphabetOf, charactersOf, letters } from "./alphabet.ts";
export { BYTE_PAIR_LIMIT, BytePairs } from "./byte_pairs.ts";
export { type Corpus, type CorpusDocument, type CorpusFacts, textOf } from "./corpus.ts";
export { readTokeniser, tokeniserOf } from "./read_tokeniser.ts";
export { shuffled, type ShuffleUnit, shuffleUnits, twinKey } from "./shuffled.ts";
export {
  type CorpusPart,
  type CorpusSplit,
  everyTenth,
  inOrder,
  splitCorpus,
  type SplitRule,
} from "./split_rule.ts";
export { type SavedTokeniser, type Tokeniser } from "./tokeniser.ts";
export { trainBytePairs } from "./train_byte_pairs.ts";
export { Windows, windowsOf } from "./windows.ts";
