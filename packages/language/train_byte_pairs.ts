import { BinaryHeap } from "./binary_heap.ts";
import { BYTE_PAIR_LIMIT, BytePairs, BYTES, pairKey } from "./byte_pairs.ts";
import { piecesOf } from "./text_pieces.ts";

/** A pair of neighbouring tokens, and where it was first. */
interface Pair {
  readonly left: number;
  readonly right: number;
  /** How often it stands in the texts. */
  count: number;
  /** Places of its left token, rising; some may hold other tokens by now. */
  readonly places: number[];
}

/**
 * A byte-pair vocabulary for some texts: again and again the pair of neighbouring tokens that is most
 * frequent becomes a token.
 *
 * Of pairs that are equally frequent the one with the smaller left token is merged first, then the one
 * with the smaller right token, so the same texts give the same vocabulary, in whatever order they
 * come. Counts are of all neighbours, those that overlap (as in `aaa`) too. Pieces of texts
 * (see `BytePairs`) are counted once for all their occurrences. O(n log n) time and O(n) memory in the
 * bytes of distinct pieces, besides one pass over the texts.
 *
 * @param texts Texts, only those for training; well-formed
 * @param options `size`, tokens wanted, an integer in [256, 65536]
 * @returns The vocabulary; of fewer tokens where no pair is left that stands in the texts twice
 * @throws {RangeError} When `size` is not such an integer, or on a lone surrogate
 * @see R. Sennrich, B. Haddow and A. Birch, "Neural machine translation of rare words with subword
 *   units", ACL 2016, https://doi.org/10.18653/v1/P16-1162
 */
export function trainBytePairs(texts: Iterable<string>, options: { size: number }): BytePairs {
  const { size } = options;
  if (!(Number.isInteger(size) && size >= BYTES && size <= BYTE_PAIR_LIMIT)) {
    throw new RangeError(
      `Cannot train a vocabulary: size must be an integer from ${BYTES} to ${BYTE_PAIR_LIMIT}, got ${size}`,
    );
  }
  const neighbours = new Neighbours(countedPieces(texts));
  const merges: [number, number][] = [];
  while (BYTES + merges.length < size) {
    const pair = neighbours.mostFrequent();
    if (pair === undefined) break;
    neighbours.merge(pair, BYTES + merges.length);
    merges.push([pair.left, pair.right]);
  }
  return new BytePairs(merges);
}

function countedPieces(texts: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    if (!text.isWellFormed()) {
      throw new RangeError(
        "Cannot train a vocabulary: texts must be well-formed Unicode, got a lone surrogate",
      );
    }
    for (const piece of piecesOf(text)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  return counts;
}

/** All pieces behind one another as linked places, and the pairs of neighbours among them. */
class Neighbours {
  readonly #tokens: Int32Array;
  /** Place of the neighbour on each side; -1 at the ends of a piece. */
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  /** Occurrences of the piece that a place belongs to. */
  readonly #weights: Float64Array;
  readonly #pairs = new Map<number, Pair>();
  readonly #queue = new BinaryHeap<{ count: number; pair: Pair }>((a, b) =>
    a.count > b.count ||
    a.count === b.count &&
      (a.pair.left < b.pair.left ||
        a.pair.left === b.pair.left && a.pair.right < b.pair.right)
  );

  constructor(pieces: ReadonlyMap<string, number>) {
    const encoder = new TextEncoder();
    const encoded = [...pieces].map(([piece, count]) => ({ bytes: encoder.encode(piece), count }));
    const length = encoded.reduce((sum, { bytes }) => sum + bytes.length, 0);
    this.#tokens = new Int32Array(length);
    this.#next = new Int32Array(length);
    this.#previous = new Int32Array(length);
    this.#weights = new Float64Array(length);
    let end = 0;
    for (const { bytes, count } of encoded) {
      this.#tokens.set(bytes, end);
      this.#weights.fill(count, end, end + bytes.length);
      for (let i = 0; i < bytes.length; i++) {
        this.#previous[end + i] = i === 0 ? -1 : end + i - 1;
        this.#next[end + i] = i === bytes.length - 1 ? -1 : end + i + 1;
      }
      end += bytes.length;
    }
    for (let place = 0; place < length; place++) this.#add(place);
    for (const pair of this.#pairs.values()) this.#queue.push({ count: pair.count, pair });
  }

  /** The pair to merge next; undefined where none stands in the texts twice. */
  mostFrequent(): Pair | undefined {
    for (let top = this.#queue.pop(); top !== undefined; top = this.#queue.pop()) {
      const { count, pair } = top;
      if (count < 2) return undefined;
      if (count === pair.count) return pair;
      // Counts only fall after the merge that made the pair, so a queued one is never too low.
      this.#queue.push({ count: pair.count, pair });
    }
    return undefined;
  }

  /** Puts a new token in place of a pair, everywhere, from left to right. */
  merge({ left, right, places }: Pair, token: number): void {
    const made = new Set<Pair>();
    for (const place of places) {
      const second = this.#next[place]!;
      if (this.#tokens[place] !== left || second < 0 || this.#tokens[second] !== right) continue;
      const before = this.#previous[place]!;
      const after = this.#next[second]!;
      this.#remove(before);
      this.#remove(place);
      this.#remove(second);
      this.#tokens[place] = token;
      this.#tokens[second] = -1;
      this.#next[place] = after;
      if (after >= 0) this.#previous[after] = place;
      for (const changed of [before, place]) {
        const pair = this.#add(changed);
        if (pair !== undefined) made.add(pair);
      }
    }
    for (const pair of made) this.#queue.push({ count: pair.count, pair });
  }

  /** Counts the pair that begins at a place, if one does. */
  #add(place: number): Pair | undefined {
    if (place < 0 || this.#next[place]! < 0) return undefined;
    const left = this.#tokens[place]!;
    const right = this.#tokens[this.#next[place]!]!;
    const key = pairKey(left, right);
    let pair = this.#pairs.get(key);
    if (pair === undefined) {
      pair = { left, right, count: 0, places: [] };
      this.#pairs.set(key, pair);
    }
    pair.count += this.#weights[place]!;
    pair.places.push(place);
    return pair;
  }

  #remove(place: number): void {
    if (place < 0 || this.#next[place]! < 0) return;
    const key = pairKey(this.#tokens[place]!, this.#tokens[this.#next[place]!]!);
    this.#pairs.get(key)!.count -= this.#weights[place]!;
  }
}
