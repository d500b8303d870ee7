/**
 * The count added to every pair of tokens: Krichevsky and Trofimov's one half, which is minimax
 * for the log-loss of a multinomial to leading order.
 */
export const DEFAULT_PSEUDO_COUNT = 0.5;

/** A smoothing, to be recorded beside every figure made from a fit. */
export interface AdditiveSmoothing {
  /** What it is called. */
  readonly name: "additive";
  /** Added to the count of every token after every context. */
  readonly pseudoCount: number;
}

/**
 * Additive smoothing, checked. O(1).
 *
 * @param pseudoCount What is added to every count
 * @returns Its record
 * @throws {RangeError} On a pseudo-count that is not positive and finite
 */
export function additiveSmoothing(pseudoCount: number): AdditiveSmoothing {
  if (!(pseudoCount > 0 && pseudoCount < Infinity)) {
    throw new RangeError(
      `Cannot fit a chain: the pseudo-count must be positive and finite, got ${pseudoCount}`,
    );
  }
  return { name: "additive", pseudoCount };
}

/**
 * The law of a token from how often each was seen.
 *
 *     p(y) = (n_y + c) / (sum_z n_z + c K)
 *
 * O(K) time and memory.
 *
 * @param counts How often each of the `K` tokens was seen
 * @param smoothing Its pseudo-count is `c`
 * @returns `K` positive probabilities
 */
export function smoothedRow(
  counts: Float64Array,
  { pseudoCount }: AdditiveSmoothing,
): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0) + pseudoCount * counts.length;
  return counts.map((count) => (count + pseudoCount) / total);
}
