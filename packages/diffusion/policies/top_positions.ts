import { maskSizes } from "@unmask/schedules";
import type { UnmaskingPolicy } from "../unmasking_policy.ts";
import { surestFirst } from "./surest_first.ts";
import type { TokenScore } from "./token_score.ts";

/**
 * The surest positions of every iteration, in numbers known beforehand: top-k decoding.
 *
 *     D_t = the sizes[t], or k, masked positions of the largest score;   ties from left to right
 *
 * The score is that of the predicted law, not of a drawn token: choosing positions by what was drawn
 * for them would change the law even one token at a time.
 *
 * @param score `confidence`, `margin` or `negativeEntropy`
 * @param options `sizes` in order of unmasking; or `count`, tokens in every iteration, fewer in the
 *   last
 * @returns The policy
 * @throws {RangeError} On a count that is not a positive integer
 * @see LLaDA, arXiv 2502.09992 (confidence); Kim et al., arXiv 2502.06768 (margin)
 */
export function topPositions(
  score: TokenScore,
  options: { sizes: readonly number[] } | { count: number },
): UnmaskingPolicy {
  if ("sizes" in options) {
    const { sizes } = options;
    return surestFirst(score.name, {
      score,
      iterations: ({ length }) => maskSizes(sizes, { length }).length,
      count: (_, { iteration }) => sizes[iteration]!,
    });
  }
  const { count } = options;
  if (!(Number.isSafeInteger(count) && count >= 1)) {
    throw new RangeError(
      `Cannot reveal the surest positions: count must be an integer of at least 1, got ${count}`,
    );
  }
  return surestFirst(`${score.name}:count=${count}`, { score, count: () => count });
}
