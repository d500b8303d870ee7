/** Most doubles held by one sequence, 512 MiB. */
export const CHAIN_CELL_LIMIT = 2 ** 26;

/**
 * How little, relative to itself, every entry may change for a sequence to count as settled.
 * Rounding alone keeps a limit moving by this much, while an entry that grows by one jump at a time
 * still changes by `1/d` after `d` jumps, which is 2e-7 at the longest chain.
 */
const SETTLED = 2 ** -50;

/**
 * Vectors that each follow from the last, computed once each and only as far as they are asked for,
 * until they stop changing: powers of a transition matrix, laws of the tokens of a chain.
 */
export class SettlingSequence {
  readonly #what: string;
  readonly #next: (last: Float64Array) => Float64Array;
  readonly #vectors: Float64Array[];
  #settled = false;

  /**
   * A sequence of which only the first vector is known yet.
   *
   * @param first The vector with index 0
   * @param options `next` vector after one; `what` the vectors are, for messages
   */
  constructor(
    first: Float64Array,
    options: { next: (last: Float64Array) => Float64Array; what: string },
  ) {
    this.#what = options.what;
    this.#next = options.next;
    this.#vectors = [first];
  }

  /**
   * One vector of the sequence; the last one computed, once the sequence has settled.
   *
   * @param index From 0
   * @returns The vector; shared, not to be written to
   * @throws {RangeError} When it would take more than {@linkcode CHAIN_CELL_LIMIT} numbers
   */
  at(index: number): Float64Array {
    while (!this.#settled && this.#vectors.length <= index) {
      const last = this.#vectors.at(-1)!;
      const cells = (this.#vectors.length + 1) * last.length;
      if (!(cells <= CHAIN_CELL_LIMIT)) {
        throw new RangeError(
          `Cannot hold ${this.#what}: numbers must be at most ${CHAIN_CELL_LIMIT}, got ${
            this.#vectors.length + 1
          } x ${last.length}`,
        );
      }
      const next = this.#next(last);
      this.#settled = next.every((mass, cell) => Math.abs(mass - last[cell]!) <= SETTLED * mass);
      if (!this.#settled) this.#vectors.push(next);
    }
    return this.#vectors[Math.min(index, this.#vectors.length - 1)]!;
  }

  /**
   * The first index from which on all vectors are the same, as far as it is asked for.
   *
   * @param index How far to look
   * @returns That index, or `index` where the sequence has not settled before it
   * @throws {RangeError} As {@linkcode SettlingSequence.at}
   */
  settledFrom(index: number): number {
    this.at(index);
    return Math.min(index, this.#vectors.length - 1);
  }
}
