import type { Stream } from "./stream.ts";

/**
 * A uniform integer below `bound`, without bias.
 *
 *     b = ceil(log2 bound);   take the high b bits of a word until they are below bound
 *
 * Every outcome is b bits that occur, so all have the same probability exactly; no word is folded by a remainder.
 * Draws 2^b / bound words on average: below 2 always, 1 for powers of two, and none at all for `bound` 1, whose
 * only outcome is 0. Constant memory.
 *
 * @param bound Number of outcomes, an integer in [1, 2^32]
 * @param stream Source of words
 * @returns An integer in [0, bound - 1]
 * @throws RangeError if `bound` is not such an integer
 */
export function drawInteger(bound: number, stream: Stream): number {
  if (!(Number.isInteger(bound) && bound >= 1 && bound <= 2 ** 32)) {
    throw new RangeError(
      `Cannot draw an integer: bound must be an integer in [1, 2^32], got ${bound}`,
    );
  }
  if (bound === 1) return 0;
  const unused = Math.clz32(bound - 1);
  for (;;) {
    const candidate = stream.nextUint32() >>> unused;
    if (candidate < bound) return candidate;
  }
}
