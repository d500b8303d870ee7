/**
 * Real text: alphabets that turn it into tokens, and corpora with their provenance.
 *
 * @module
 */
export { type Alphabet, charactersOf, letters } from "./alphabet.ts";
export { readBrownNews } from "./brown_news.ts";
export type { Corpus } from "./corpus.ts";
