import type { Stream } from "./stream.ts";

/**
 * Moves a uniform ordered sample of `count` of the items to the front, in place.
 *
 *     for i = 0 .. count - 1:  swap items[i] with items[i + (uniform integer below n - i)]      (Fisher-Yates)
 *
 * All n! / (n - count)! ordered samples are equally likely, whatever order the items came in; the rest stay behind
 * them in an order of no meaning, so a second call on the tail continues the sample. O(count) draws and time.
 *
 * @param items The items, permuted in place
 * @param count Number to move to the front, an integer in [0, items.length]
 * @param stream Source of words
 * @throws RangeError if `count` is not such an integer
 * @see Durstenfeld, "Algorithm 235: random permutation", 1964, https://doi.org/10.1145/364520.364540
 */
export function partialShuffle(items: Int32Array, count: number, stream: Stream): void {
  const length = items.length;
  if (!(Number.isInteger(count) && count >= 0 && count <= length)) {
    throw new RangeError(
      `Cannot shuffle: count must be an integer in [0, ${length}], got ${count}`,
    );
  }
  // A single item is left as it is, and costs no word.
  const shuffled = Math.min(count, length - 1);
  // `drawInteger` without a branch that cannot be foretold: a word that is rejected swaps an item with itself.
  for (let i = 0; i < shuffled;) {
    const left = length - i;
    const candidate = stream.nextUint32() >>> Math.clz32(left - 1);
    const accepted = (candidate - left) >>> 31;
    const j = i + (candidate & -accepted);
    const item = items[j]!;
    items[j] = items[i]!;
    items[i] = item;
    i += accepted;
  }
}

/**
 * A uniform permutation of 0..length - 1.
 *
 * All length! orders are equally likely. `length - 1` integers drawn, O(length) time and memory; no memory with
 * `out`.
 *
 * @param length Number of items, an integer in [0, 2^31 - 1]
 * @param stream Source of words
 * @param out Receives the permutation instead of a new array; of exactly `length` entries
 * @returns The permutation, `out` when given
 * @throws RangeError if `length` is not such an integer or `out` has another length
 */
export function drawPermutation(
  length: number,
  stream: Stream,
  out: Int32Array = positions(length),
): Int32Array {
  if (!(out.length === length)) {
    throw new RangeError(
      `Cannot draw a permutation: out must have length ${length}, got ${out.length}`,
    );
  }
  for (let i = 0; i < length; i++) out[i] = i;
  partialShuffle(out, length, stream);
  return out;
}

/**
 * A uniform subset of 0..length - 1, in a uniform order.
 *
 * Each of the C(length, size) subsets is equally likely, and so is each of its size! orders. `size` integers drawn,
 * O(length) time and memory.
 *
 * @param length Number of items to choose from, an integer in [0, 2^31 - 1]
 * @param size Number of items chosen, an integer in [0, length]
 * @param stream Source of words
 * @returns The chosen items in the order drawn, an array of `size` entries
 * @throws RangeError if `length` or `size` is not such an integer
 */
export function drawSubset(length: number, size: number, stream: Stream): Int32Array {
  const items = positions(length);
  if (!(Number.isInteger(size) && size >= 0 && size <= length)) {
    throw new RangeError(
      `Cannot draw a subset: size must be an integer in [0, ${length}], got ${size}`,
    );
  }
  for (let i = 0; i < length; i++) items[i] = i;
  partialShuffle(items, size, stream);
  return items.slice(0, size);
}

function positions(length: number): Int32Array {
  if (!(Number.isInteger(length) && length >= 0 && length < 2 ** 31)) {
    throw new RangeError(
      `Cannot draw positions: length must be an integer in [0, 2^31 - 1], got ${length}`,
    );
  }
  return new Int32Array(length);
}
