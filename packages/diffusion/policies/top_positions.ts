import { maskSizes } from "@unmask/schedules";
import type { UnmaskingPolicy } from "../unmasking_policy.ts";
import { surestFirst } from "./surest_first.ts";
import { leftToRight, type TieOrder } from "./tie_order.ts";
import type { TokenScore } from "./token_score.ts";

/**
 * The surest positions of every iteration, in numbers known beforehand: top-k decoding.
 *
 *     D_t = the sizes[t], or k, masked positions of the largest score
 *
 * The score is that of the predicted law, not of a drawn token: choosing positions by what was drawn
 * for them would change the law even one token at a time.
 *
 * @param score `confidence`, `margin` or `negativeEntropy`
 * @param options `sizes` in order of unmasking; or `count`, tokens in every iteration, fewer in the
 *   last; `ties` among equally sure positions, `leftToRight` by default, or `farApart`
 * @returns The policy
 * @throws {RangeError} On a count that is not a positive integer
 * @see LLaDA, arXiv 2502.09992 (confidence); Kim et al., arXiv 2502.06768 (margin)
 */
export function topPositions(
  score: TokenScore,
  options: ({ sizes: readonly number[]; count?: never } | { count: number; sizes?: never }) & {
    ties?: TieOrder;
  },
): UnmaskingPolicy {
  const { sizes, count, ties = leftToRight } = options;
  const suffix = ties === leftToRight ? "" : `ties=${ties.name}`;
  if (sizes !== undefined) {
    return surestFirst(suffix === "" ? score.name : `${score.name}:${suffix}`, {
      score,
      ties,
      iterations: ({ length }) => maskSizes(sizes, { length }).length,
      count: (_, { iteration }) => sizes[iteration]!,
    });
  }
  if (!(Number.isSafeInteger(count) && count! >= 1)) {
    throw new RangeError(
      `Cannot reveal the surest positions: count must be an integer of at least 1, got ${count}`,
    );
  }
  return surestFirst(`${score.name}:count=${count}${suffix === "" ? "" : `,${suffix}`}`, {
    score,
    ties,
    count: () => count!,
  });
}
