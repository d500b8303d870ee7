import { basename } from "node:path";
import { type Corpus, type CorpusDocument, inOrder } from "@unmask/language";
import { sha256 } from "./corpus_source.ts";

/** Documents that a text is cut into: a part is at least one of them. */
const pieces = 10;

/** A file of text. */
export interface TextFile {
  /** Its name, for messages and as the corpus's source. */
  readonly name: string;
  /** Its contents. */
  readonly bytes: Uint8Array;
}

/**
 * Reads a file of one's own as a corpus, see {@linkcode textCorpusOf}.
 *
 * @param path Path of the file
 * @returns The corpus
 * @throws {RangeError} On a file that cannot be read, or that `textCorpusOf` refuses
 */
export async function textCorpus(path: string): Promise<Corpus> {
  let bytes: Uint8Array;
  try {
    bytes = await Deno.readFile(path);
  } catch (error) {
    const what = error instanceof Deno.errors.NotFound ? "none" : (error as Error).message;
    throw new RangeError(
      `Cannot read ${JSON.stringify(path)}: it must be a file that can be read, got ${what}`,
    );
  }
  return await textCorpusOf({ name: basename(path), bytes });
}

/**
 * A text of one's own as a corpus of ten documents: ten pieces of about one length, each but the last
 * ending at the first white space after its tenth of the text, or at that place where half a piece has
 * no white space. The first eight are for training, the ninth for validation, the last for the test.
 * O(n).
 *
 * @param file Its name and its bytes, UTF-8 with or without a byte order mark
 * @returns The corpus, with the key `own-text`; line ends are \n, and pieces are trimmed
 * @throws {RangeError} When the file is empty, is no text, or is too short for ten documents
 */
export async function textCorpusOf({ name, bytes }: TextFile): Promise<Corpus> {
  const refusal = (rule: string): RangeError =>
    new RangeError(`Cannot read ${JSON.stringify(name)}: ${rule}`);
  if (!(bytes.length > 0)) throw refusal("the file must not be empty, got 0 bytes");
  let decoded: string;
  try {
    decoded = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refusal("the file must be UTF-8 text, got other bytes");
  }
  // Valid in UTF-8, but in practice the mark of a binary file or of UTF-16.
  const zero = decoded.indexOf("\0");
  if (zero >= 0) throw refusal(`the file must be text, got a zero byte at character ${zero}`);
  const documents = piecesOf(decoded.replace(/\r\n?/g, "\n"));
  if (!(documents.length === pieces)) {
    throw refusal(
      `the text must have a word or more in each of the ${pieces} pieces it is cut into, got ${documents.length} such pieces`,
    );
  }
  return {
    key: "own-text",
    title: name,
    licence: "not stated",
    source: name,
    cleaning: [
      "byte order mark dropped, line ends made \\n",
      `cut into ${pieces} pieces of about one length at white space, each trimmed`,
    ],
    splitRule: inOrder,
    files: [name],
    sha256: await sha256([bytes]),
    documents,
  };
}

function piecesOf(text: string): CorpusDocument[] {
  const documents: CorpusDocument[] = [];
  let start = 0;
  for (let piece = 1; piece <= pieces; piece++) {
    const end = piece === pieces ? text.length : Math.max(start, cutAfter(text, piece / pieces));
    const trimmed = text.slice(start, end).trim();
    if (trimmed !== "") documents.push({ name: `${piece}`, text: trimmed });
    start = end;
  }
  return documents;
}

/** The first white space after a share of the text, or that place where there is none near. */
function cutAfter(text: string, share: number): number {
  const place = Math.round(share * text.length);
  const space = text.slice(place, place + Math.ceil(text.length / (2 * pieces))).search(/\s/u);
  if (space >= 0) return place + space;
  // Never between the halves of a pair of code units.
  return (text.charCodeAt(place) & 0xfc00) === 0xdc00 ? place + 1 : place;
}
