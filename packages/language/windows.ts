import { drawInteger, type Stream } from "@unmask/random";
import type { CorpusDocument } from "./corpus.ts";
import type { Tokeniser } from "./tokeniser.ts";

/**
 * The windows of a fixed number of tokens in some documents.
 *
 * A window lies within one document, so it is a piece of text as it was written, and no window of the
 * test has a token that was trained on.
 */
export class Windows {
  /** Tokens of a window. */
  readonly length: number;
  /** Number of places where a window can begin, over all documents. */
  readonly places: number;
  readonly #documents: readonly Int32Array[];
  /** Places before each document and, last, in all. */
  readonly #placesBefore: Float64Array;

  /**
   * The windows of encoded documents.
   *
   * @param documents Tokens of each; those shorter than a window have none
   * @param options `length`: tokens of a window, at least 1
   * @throws {RangeError} When `length` is no such integer, or no document is as long
   */
  constructor(documents: readonly Int32Array[], { length }: { length: number }) {
    if (!(Number.isSafeInteger(length) && length >= 1)) {
      throw new RangeError(`Cannot cut windows: length must be a positive integer, got ${length}`);
    }
    this.length = length;
    this.#documents = documents.filter((tokens) => tokens.length >= length);
    if (!(this.#documents.length > 0)) {
      const longest = documents.reduce((most, tokens) => Math.max(most, tokens.length), 0);
      throw new RangeError(
        `Cannot cut windows: some document must have ${length} tokens, got ${longest} in the longest of ${documents.length}`,
      );
    }
    this.#placesBefore = new Float64Array(this.#documents.length + 1);
    this.#documents.forEach((tokens, i) => {
      this.#placesBefore[i + 1] = this.#placesBefore[i]! + tokens.length - length + 1;
    });
    this.places = this.#placesBefore[this.#documents.length]!;
  }

  /**
   * Windows one after another from the beginning of each document, none overlapping; what a document
   * has left at its end is dropped. O(tokens).
   *
   * @returns Rows of `length` tokens, row after row
   */
  consecutive(): Int32Array {
    const { length } = this;
    const parts = this.#documents.map((tokens) =>
      tokens.subarray(0, tokens.length - tokens.length % length)
    );
    const rows = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
    let end = 0;
    for (const part of parts) {
      rows.set(part, end);
      end += part.length;
    }
    return rows;
  }

  /**
   * Windows drawn independently, every place equally likely. O(count * (length + log documents)).
   *
   * @param options `count`: number of windows; `stream`: source of randomness
   * @returns `count` rows of `length` tokens, row after row
   * @throws {RangeError} When `count` is no such integer, or there are more than 2^32 places
   */
  random({ count, stream }: { count: number; stream: Stream }): Int32Array {
    const { length } = this;
    if (!(Number.isSafeInteger(count) && count >= 0)) {
      throw new RangeError(
        `Cannot draw windows: count must be a non-negative integer, got ${count}`,
      );
    }
    const rows = new Int32Array(count * length);
    for (let row = 0; row < count; row++) {
      const place = drawInteger(this.places, stream);
      const index = this.#documentAt(place);
      const start = place - this.#placesBefore[index]!;
      rows.set(this.#documents[index]!.subarray(start, start + length), row * length);
    }
    return rows;
  }

  /** The document that a place lies in, by bisection. */
  #documentAt(place: number): number {
    let low = 0;
    let high = this.#documents.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#placesBefore[middle]! <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/**
 * The windows of the documents of a part of a corpus, each document encoded by itself.
 *
 * @param documents Documents, as those of `splitCorpus(corpus).train`
 * @param options `tokeniser`: what encodes them; `length`: tokens of a window
 * @returns The windows
 * @throws {RangeError} On a text that the tokeniser has no tokens for, with the document's name, or
 *   when no document has `length` tokens
 */
export function windowsOf(
  documents: readonly CorpusDocument[],
  { tokeniser, length }: { tokeniser: Tokeniser; length: number },
): Windows {
  const encoded = documents.map(({ name, text }) => {
    try {
      return tokeniser.encode(text);
    } catch (error) {
      throw new RangeError(`${(error as Error).message} of document ${name}`);
    }
  });
  return new Windows(encoded, { length });
}
