import { drawPermutation, type StreamFamily, streamFamily } from "@unmask/random";
import type { Corpus } from "./corpus.ts";

/** What is put into another order. */
export type ShuffleUnit = "words" | "sentences" | "characters";

/** Each unit. */
export const shuffleUnits: readonly ShuffleUnit[] = Object.freeze([
  "words",
  "sentences",
  "characters",
]);

/**
 * The units of a text, each a match; what lies between them stays where it is. A word is a run
 * without white space. A sentence ends at . ? or ! with any closing quotes and brackets before white
 * space, or at the end of a line. A character is a code point, white space among them.
 */
const units: Readonly<Record<ShuffleUnit, RegExp>> = {
  words: /\S+/gu,
  sentences: /\S(?:.*?[.?!]["')\]\u2019\u201d]*(?=\s|$)|.*(?<=\S))/gmu,
  characters: /./gsu,
};

/**
 * A corpus with the words, sentences or characters of every document in a random order: a control
 * that keeps their frequencies and takes away what their order says.
 *
 * Each document is shuffled within itself, so its length, its characters and its part of the split
 * stay. White space between words or sentences stays in place; a document of one sentence stays
 * as it is. All orders are equally likely. Document `n` uses stream `n` of its own family, so the same
 * seed gives the same bytes. O(n) time and memory.
 *
 * @param corpus The corpus
 * @param options `unit`, what is shuffled; `seed`, an integer in [0, 2^53 - 1]
 * @returns The twin, with a key, a title and a cleaning step that say so
 * @throws {RangeError} When the seed is not such an integer, or no document has two units, as words
 *   of proteins
 */
export function shuffled(corpus: Corpus, options: { unit: ShuffleUnit; seed: number }): Corpus {
  const { unit, seed } = options;
  if (!corpus.documents.some(({ text }) => (text.match(units[unit]) ?? []).length > 1)) {
    throw new RangeError(
      `Cannot shuffle ${corpus.key}: some document must have two ${unit}, got one at most in each`,
    );
  }
  const streams = streamFamily({ seed, cell: corpus.key, purpose: `shuffled ${unit}` });
  return {
    ...corpus,
    key: twinKey(corpus.key, { unit, seed }),
    title: `${corpus.title}, ${unit} shuffled`,
    cleaning: [...corpus.cleaning, `${unit} shuffled within each document, seed ${seed}`],
    documents: corpus.documents.map(({ name, text }, index) => ({
      name,
      text: shuffledText(text, { unit, streams, index }),
    })),
  };
}

/**
 * The name of a twin: `KEY:UNIT`, and `KEY:UNIT:SEED` for a seed other than 0.
 *
 * @param key Key of the corpus
 * @param options What is shuffled, and the seed
 * @returns The key of the twin
 */
export function twinKey(key: string, { unit, seed }: { unit: ShuffleUnit; seed: number }): string {
  return `${key}:${unit}${seed === 0 ? "" : `:${seed}`}`;
}

function shuffledText(
  text: string,
  { unit, streams, index }: { unit: ShuffleUnit; streams: StreamFamily; index: number },
): string {
  const found = text.match(units[unit]) ?? [];
  const order = drawPermutation(found.length, streams.at(index));
  let next = 0;
  return text.replace(units[unit], () => found[order[next++]!]!);
}
