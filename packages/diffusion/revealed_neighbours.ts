import type { MaskSizes } from "@unmask/schedules";

/**
 * The nearest revealed positions on either side of each position, at the time it is revealed itself.
 *
 * Going back from the last iteration to the first, the positions that are still revealed are a
 * doubly linked list, and each iteration leaves it. `O(L)` time for a whole order, however many
 * iterations it has; no memory but its own.
 *
 * Position `i` stands at `i + 1` in all arrays, between the ends 0 and `L + 1` where nothing is
 * revealed on that side.
 *
 * @see D. Knuth, "Dancing links", 2000, arXiv cs/0011047, for lists that are emptied in reverse
 */
export class RevealedNeighbours {
  /** Nearest revealed to the left of each, from 0 to `L`. */
  readonly left: Int32Array;
  /** Nearest revealed to the right of each, from 1 to `L + 1`. */
  readonly right: Int32Array;
  readonly #before: Int32Array;
  readonly #after: Int32Array;

  /**
   * Room for the neighbours of `length` positions.
   *
   * @param length Tokens in a sequence, `L`
   */
  constructor(length: number) {
    this.left = new Int32Array(length + 2);
    this.right = new Int32Array(length + 2);
    this.#before = new Int32Array(length + 2);
    this.#after = new Int32Array(length + 2);
  }

  /**
   * Writes the neighbours in an order into `left` and `right`.
   *
   * @param order The positions `0 .. L-1` in order of unmasking, each once
   * @param sizes How many of them each iteration reveals, summing to `L`
   */
  findIn(order: Int32Array, sizes: MaskSizes): void {
    const { left, right } = this;
    const before = this.#before;
    const after = this.#after;
    for (let i = 0; i < left.length; i++) {
      before[i] = i - 1;
      after[i] = i + 1;
      left[i] = i;
      right[i] = i;
    }
    let end = order.length;
    for (let t = sizes.length - 1; t >= 0; t--) {
      const start = end - sizes[t]!;
      for (let n = start; n < end; n++) {
        const i = order[n]! + 1;
        const a = before[i]!;
        const b = after[i]!;
        after[a] = b;
        before[b] = a;
      }
      // A neighbour of the same set left the list after this one, so its own neighbours are known
      // by now; one that is still in the list is its own.
      for (let n = end - 1; n >= start; n--) {
        const i = order[n]! + 1;
        left[i] = left[before[i]!]!;
        right[i] = right[after[i]!]!;
      }
      end = start;
    }
  }

  /** Writes the neighbours of a sequence that is drawn from left to right, one token at a time. */
  findFromLeft(): void {
    const { left, right } = this;
    for (let i = 0; i < left.length; i++) left[i] = i - 1;
    right.fill(right.length - 1);
  }
}
