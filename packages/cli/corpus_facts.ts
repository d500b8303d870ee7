import type { CorpusPlace, CorpusReading, CorpusSource } from "@unmask/corpora";
import { type Corpus, splitCorpus } from "@unmask/language";

/** A corpus as `unmask corpora` shows it; what is learned by reading is null where it is absent. */
export interface ShownCorpus {
  readonly key: string;
  readonly title: string;
  readonly licence: string;
  readonly source: string;
  readonly present: boolean;
  readonly documents: number | null;
  /** Unicode characters of the clean texts. */
  readonly characters: number | null;
  readonly sha256: string | null;
  /** Documents of each part. */
  readonly split: {
    readonly train: number;
    readonly validation: number;
    readonly test: number;
  } | null;
  readonly splitRule: string;
  readonly cleaning: readonly string[];
  /** Folders that were looked into, where it is absent. */
  readonly lookedIn?: readonly string[];
  /** How to get it, where it is absent. */
  readonly advice?: string;
}

/**
 * Reads a corpus to tell of it.
 *
 * @param source The corpus
 * @param place Where else to look
 * @returns What there is to tell; present or not
 */
export async function readShownCorpus(
  source: CorpusSource,
  place: CorpusPlace,
): Promise<ShownCorpus> {
  return shownReading(source, await source.read(place));
}

function shownReading(source: CorpusSource, reading: CorpusReading): ShownCorpus {
  if (reading.outcome === "read") return shownCorpus(reading.corpus);
  const { key, title, licence, cleaning, splitRule } = source;
  const { lookedIn, advice } = reading;
  return {
    key,
    title,
    licence,
    source: source.source,
    present: false,
    documents: null,
    characters: null,
    sha256: null,
    split: null,
    splitRule: splitRule.rule,
    cleaning,
    lookedIn,
    advice,
  };
}

/**
 * What there is to tell of a corpus that was read.
 *
 * @param corpus The corpus
 * @returns Its facts and counts
 */
export function shownCorpus(corpus: Corpus): ShownCorpus {
  const { key, title, licence, source, sha256, cleaning, splitRule, documents } = corpus;
  const { train, validation, test } = splitCorpus(corpus);
  return {
    key,
    title,
    licence,
    source,
    present: true,
    documents: documents.length,
    characters: documents.reduce((sum, { text }) => sum + charactersIn(text), 0),
    sha256,
    split: { train: train.length, validation: validation.length, test: test.length },
    splitRule: splitRule.rule,
    cleaning,
  };
}

/** Code points of a well-formed text: code units but the second ones of pairs. */
function charactersIn(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xdc00) count--;
  return count;
}
