/**
 * Every composition of `length`: all `2^(length-1)` schedules.
 *
 * @param length Integer of at least 1
 * @returns Sizes in order of unmasking, each summing to `length`
 */
export function* compositions(length: number): Generator<number[]> {
  // Bit i of `cuts` says whether a block ends after token i + 1.
  for (let cuts = 0; cuts < 2 ** (length - 1); cuts++) {
    const sizes = [1];
    for (let i = 0; i < length - 1; i++) {
      if ((cuts >> i) & 1) sizes.push(1);
      else sizes[sizes.length - 1]!++;
    }
    yield sizes;
  }
}

/**
 * Every ordered partition of the positions `0 .. L-1` into sets of the given sizes.
 *
 * @param sizes Sizes of the sets, first to last
 * @returns The `L! / prod sizes[t]!` partitions
 */
export function* orderedPartitions(sizes: readonly number[]): Generator<Int32Array[]> {
  const length = sizes.reduce((sum, size) => sum + size, 0);
  yield* partitionsOf(Array.from({ length }, (_, i) => i), sizes);
}

function* partitionsOf(
  positions: readonly number[],
  sizes: readonly number[],
): Generator<Int32Array[]> {
  const [size, ...later] = sizes;
  if (size === undefined) {
    yield [];
    return;
  }
  for (const chosen of subsets(positions, size)) {
    const rest = positions.filter((position) => !chosen.includes(position));
    for (const tail of partitionsOf(rest, later)) yield [Int32Array.from(chosen), ...tail];
  }
}

/**
 * Every subset of `size` items.
 *
 * @param items Distinct items
 * @param size How many to choose
 * @returns The `C(n, size)` subsets, in the order of the items
 */
export function* subsets<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  if (size === 0) yield [];
  else {
    for (let i = 0; i + size <= items.length; i++) {
      for (const rest of subsets(items.slice(i + 1), size - 1)) yield [items[i]!, ...rest];
    }
  }
}
