/**
 * Mask sizes that were checked: integers of at least 1, at least one of them, **in order of unmasking**.
 *
 * `sizes[t]` is the number of tokens revealed in iteration t, counted from 0. An array of numbers becomes one only
 * through `maskSizes`, so whoever receives one need not check again. The property with a name exists in the type
 * only.
 */
export type MaskSizes = readonly number[] & { readonly "proved as": "mask sizes" };

/**
 * Checks sizes once, so that the type carries the proof.
 *
 *     sizes[t] >= 1 integer,   sizes[0] + .. + sizes[T-1] = length
 *
 * O(T) time; the result is a frozen copy.
 *
 * @param sizes T sizes in order of unmasking
 * @param options.length What the sizes must sum to; not checked when absent
 * @returns The same sizes, proved
 * @throws RangeError if there are none, one is not an integer of at least 1, or the sum is another one
 * @example
 * ```ts
 * import { deepStrictEqual, throws } from "node:assert/strict";
 * import { maskSizes, revealedCounts } from "@unmask/schedules";
 *
 * deepStrictEqual(revealedCounts(maskSizes([3, 3, 2], { length: 8 })), [0, 3, 6]);
 * throws(() => maskSizes([3, 3], { length: 8 }), RangeError);
 * ```
 */
export function maskSizes(sizes: readonly number[], options: { length?: number } = {}): MaskSizes {
  if (!(sizes.length >= 1)) {
    throw new RangeError("Cannot use mask sizes: there must be at least one size, got none");
  }
  let sum = 0;
  for (let t = 0; t < sizes.length; t++) {
    const size = sizes[t]!;
    if (!(Number.isInteger(size) && size >= 1)) {
      throw new RangeError(
        `Cannot use mask sizes ${
          shown(sizes)
        }: every size must be an integer of at least 1, got ${size}`,
      );
    }
    sum += size;
  }
  if (!Number.isSafeInteger(sum)) {
    throw new RangeError(
      `Cannot use mask sizes ${shown(sizes)}: sizes must sum to at most 2^53 - 1, got ${sum}`,
    );
  }
  const { length } = options;
  if (length !== undefined && !(sum === length)) {
    throw new RangeError(
      `Cannot use mask sizes ${shown(sizes)}: sizes must sum to the length ${length}, got ${sum}`,
    );
  }
  return Object.freeze(Array.from(sizes)) as unknown as MaskSizes;
}

/**
 * The number of tokens that the sizes reveal together.
 *
 *     L = sizes[0] + .. + sizes[T-1]
 *
 * O(T) time.
 *
 * @param sizes T sizes
 * @returns L, an integer of at least T
 */
export function sequenceLength(sizes: MaskSizes): number {
  let length = 0;
  for (let t = 0; t < sizes.length; t++) length += sizes[t]!;
  return length;
}

/**
 * The largest number of tokens revealed in one iteration.
 *
 *     s_max = max_t sizes[t]
 *
 * O(T) time.
 *
 * @param sizes T sizes
 * @returns s_max, an integer of at least 1
 */
export function maximumSize(sizes: MaskSizes): number {
  let maximum = 1;
  for (let t = 0; t < sizes.length; t++) maximum = Math.max(maximum, sizes[t]!);
  return maximum;
}

/**
 * The number of tokens already revealed before each iteration.
 *
 *     N_t = sizes[0] + .. + sizes[t-1],   N_0 = 0
 *
 * O(T) time and memory.
 *
 * @param sizes T sizes
 * @returns N_0 .. N_{T-1}, increasing integers; N_T = L is left out
 */
export function revealedCounts(sizes: MaskSizes): readonly number[] {
  const counts = new Array<number>(sizes.length);
  let revealed = 0;
  for (let t = 0; t < sizes.length; t++) {
    counts[t] = revealed;
    revealed += sizes[t]!;
  }
  return counts;
}

/** The sizes as text, the middle left out where a message would run over many lines. */
function shown(sizes: readonly number[]): string {
  if (sizes.length <= 16) return sizes.join(",");
  return `${sizes.slice(0, 8).join(",")},..,${sizes.slice(-4).join(",")} (${sizes.length} sizes)`;
}
