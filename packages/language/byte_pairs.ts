import { BinaryHeap } from "./binary_heap.ts";
import { piecesOf } from "./text_pieces.ts";
import { type SavedTokeniser, type Tokeniser, TOKENISER_FORMAT } from "./tokeniser.ts";

/** Tokens that are bytes: all of them, so that every text has tokens. */
export const BYTES = 256;

/** Most tokens of a vocabulary. */
export const BYTE_PAIR_LIMIT = 2 ** 16;

/**
 * The number of a pair of tokens, by which it is looked up.
 *
 * @param left First token
 * @param right Second token
 * @returns A number of its own, below 2^32
 */
export function pairKey(left: number, right: number): number {
  return left * BYTE_PAIR_LIMIT + right;
}

/**
 * A vocabulary of bytes and of merged pairs of earlier tokens.
 *
 * Token `t < 256` is the byte `t`; token `256 + r` is the pair `merges[r]`. Within each piece of a text
 * (a word with the space before it) the pair of lowest `r` is merged first, from left to right.
 *
 * @see R. Sennrich, B. Haddow and A. Birch, "Neural machine translation of rare words with subword
 *   units", ACL 2016, https://doi.org/10.18653/v1/P16-1162
 */
export class BytePairs implements Tokeniser {
  /** What it is called when it is saved. */
  readonly name = "byte-pairs";
  /** The pairs in the order in which they are merged. */
  readonly merges: readonly (readonly [number, number])[];
  readonly #rankOf = new Map<number, number>();
  readonly #bytesOf: Uint8Array[];

  /**
   * The vocabulary of some merges. O(bytes of its tokens).
   *
   * @param merges Pairs, each of bytes and of results of earlier merges, no pair twice
   * @throws {RangeError} On other pairs, or on more tokens than {@linkcode BYTE_PAIR_LIMIT}
   */
  constructor(merges: readonly (readonly [number, number])[]) {
    if (!(merges.length <= BYTE_PAIR_LIMIT - BYTES)) {
      throw new RangeError(
        `Cannot make a vocabulary: merges must be at most ${
          BYTE_PAIR_LIMIT - BYTES
        }, got ${merges.length}`,
      );
    }
    this.#bytesOf = Array.from({ length: BYTES }, (_, byte) => Uint8Array.of(byte));
    this.merges = Object.freeze(merges.map(([left, right], rank) => {
      for (const token of [left, right]) {
        if (!(Number.isInteger(token) && token >= 0 && token < BYTES + rank)) {
          throw new RangeError(
            `Cannot make a vocabulary: merge ${rank} must be of tokens from 0 to ${
              BYTES + rank - 1
            }, got ${token}`,
          );
        }
      }
      const key = pairKey(left, right);
      if (this.#rankOf.has(key)) {
        throw new RangeError(
          `Cannot make a vocabulary: every merge must be another pair, got ${left}, ${right} twice`,
        );
      }
      this.#rankOf.set(key, rank);
      const [first, second] = [this.#bytesOf[left]!, this.#bytesOf[right]!];
      const bytes = new Uint8Array(first.length + second.length);
      bytes.set(first);
      bytes.set(second, first.length);
      this.#bytesOf.push(bytes);
      return Object.freeze([left, right] as const);
    }));
  }

  /** Number of tokens, 256 and one for each merge. */
  get size(): number {
    return this.#bytesOf.length;
  }

  /**
   * The bytes of a token.
   *
   * @param token An integer in `0 .. size - 1`
   * @returns A copy of its bytes
   * @throws {RangeError} On a number that is no token
   */
  bytesOf(token: number): Uint8Array {
    return this.#bytes(token, 0).slice();
  }

  /**
   * The tokens of a text. O(n log n) time in the longest piece, O(n) memory.
   *
   * @param text Well-formed text
   * @returns Tokens that `decode` gives the text for
   * @throws {RangeError} On a lone surrogate, which has no bytes
   */
  encode(text: string): Int32Array {
    if (!text.isWellFormed()) {
      throw new RangeError(
        `Cannot encode text: it must be well-formed Unicode, got a lone surrogate`,
      );
    }
    const encoder = new TextEncoder();
    // Words come again and again.
    const known = new Map<string, readonly number[]>();
    const tokens: number[] = [];
    for (const piece of piecesOf(text)) {
      let merged = known.get(piece);
      if (merged === undefined) {
        merged = this.#merged(encoder.encode(piece));
        known.set(piece, merged);
      }
      for (const token of merged) tokens.push(token);
    }
    return Int32Array.from(tokens);
  }

  /**
   * The text of some tokens: of any, since a sampler need not stop between characters. O(n).
   *
   * @param tokens Integers in `0 .. size - 1`
   * @returns Their bytes as UTF-8, with U+FFFD for bytes that are no character
   * @throws {RangeError} On a number that is no token
   */
  decode(tokens: ArrayLike<number>): string {
    let length = 0;
    for (let i = 0; i < tokens.length; i++) length += this.#bytes(tokens[i]!, i).length;
    const bytes = new Uint8Array(length);
    let end = 0;
    for (let i = 0; i < tokens.length; i++) {
      const part = this.#bytesOf[tokens[i]!]!;
      bytes.set(part, end);
      end += part.length;
    }
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  }

  /**
   * What `JSON.stringify` writes, and `readTokeniser` reads.
   *
   * @returns The format, the name and the merges
   */
  toJSON(): SavedTokeniser {
    return { format: TOKENISER_FORMAT, name: this.name, merges: this.merges };
  }

  #bytes(token: number, position: number): Uint8Array {
    const bytes = this.#bytesOf[token];
    if (bytes !== undefined) return bytes;
    throw new RangeError(
      `Cannot decode tokens: every token must be from 0 to ${
        this.size - 1
      }, got ${token} at position ${position}`,
    );
  }

  /** The tokens of one piece: places are linked, and a queue holds the pairs that may be merged. */
  #merged(bytes: Uint8Array): readonly number[] {
    const length = bytes.length;
    const tokens = Int32Array.from(bytes);
    const next = Int32Array.from(bytes, (_, i) => i + 1);
    const previous = Int32Array.from(bytes, (_, i) => i - 1);
    // Rank, then place, in one number: 16 and 32 bits.
    const queue = new BinaryHeap<number>((a, b) => a < b);
    const offer = (place: number): void => {
      if (place < 0 || next[place]! >= length) return;
      const rank = this.#rankOf.get(pairKey(tokens[place]!, tokens[next[place]!]!));
      if (rank !== undefined) queue.push(rank * 2 ** 32 + place);
    };
    for (let place = 0; place < length; place++) offer(place);
    for (let first = queue.pop(); first !== undefined; first = queue.pop()) {
      const place = first % 2 ** 32;
      const rank = Math.floor(first / 2 ** 32);
      const second = next[place]!;
      const [left, right] = this.merges[rank]!;
      // The pair may have been merged away; a place that is gone holds no token.
      if (tokens[place] !== left || second >= length || tokens[second] !== right) continue;
      tokens[place] = BYTES + rank;
      tokens[second] = -1;
      next[place] = next[second]!;
      if (next[place]! < length) previous[next[place]!] = place;
      offer(previous[place]!);
      offer(place);
    }
    return Array.from(tokens).filter((token) => token >= 0);
  }
}
