import { xLogX } from "@unmask/information";
import { sequenceLength } from "@unmask/schedules";
import type { Bound, TokenDoubt } from "./bound.ts";

/** A set of tokens of which each is confident by itself. */
export interface ConfidentSet extends TokenDoubt {
  /** Tokens in the set, `n`. */
  readonly size: number;
}

/**
 * How far the law of a confident set can be from the product of its marginals.
 *
 *     TV < (3n - 1) e / 2,    KL < (n - 1)(h_b(e) + e ln(K - 1))
 *
 * Both are stated with `e` above every token's doubt; at `e` equal to the largest doubt they hold
 * with `<=`. The divergence bound needs `e <= 1 - 1/K`, where a token's entropy still rises with
 * its doubt; beyond that it is stated with `ln K` for the entropy of a token.
 *
 * @param set The set
 * @returns `totalVariation` in `[0, ..)`, and `divergence` in nats
 * @throws {RangeError} On a size or vocabulary that is not a positive integer, or a doubt outside
 *   `[0, 1]`
 * @see Fast-dLLM, arXiv 2505.22618, Theorem 1
 */
export function fastDllmBound(set: ConfidentSet): { totalVariation: number; divergence: number } {
  const { size, vocabularySize, doubt } = set;
  for (const [thing, value] of [["size", size], ["vocabulary size", vocabularySize]] as const) {
    if (!(Number.isSafeInteger(value) && value >= 1)) {
      throw new RangeError(
        `Cannot bound a confident set: ${thing} must be an integer of at least 1, got ${value}`,
      );
    }
  }
  if (!(doubt >= 0 && doubt <= 1)) {
    throw new RangeError(
      `Cannot bound a confident set: doubt must be from 0 to 1, got ${doubt}`,
    );
  }
  const uncertain = doubt >= 1 - 1 / vocabularySize;
  const tokenEntropy = uncertain
    ? Math.log(vocabularySize)
    : -xLogX(doubt) - xLogX(1 - doubt) + (doubt === 0 ? 0 : doubt * Math.log(vocabularySize - 1));
  return {
    totalVariation: (3 * size - 1) * doubt / 2,
    divergence: (size - 1) * tokenEntropy,
  };
}

/**
 * The divergence half of {@linkcode fastDllmBound} for the set of all tokens, drawn in one step:
 * there the path error is the divergence of the law from the product of its marginals.
 *
 *     EKL <= (L - 1)(h_b(e) + e ln(K - 1))   for   sizes = L
 *
 * @see Fast-dLLM, arXiv 2505.22618, Theorem 1
 */
export const fastDllm: Bound = {
  key: "fast-dllm",
  name: "Fast-dLLM, confident tokens",
  citation: "arXiv 2505.22618, Theorem 1",
  formula: "EKL <= (L - 1)(h_b(e) + e ln(K - 1))",
  kind: "upper",
  hypotheses: "one step, and every token's most likely value has probability at least 1 - e",
  applies: (sizes, tokens) => sizes.length === 1 && tokens !== undefined,
  evaluate: (_curve, sizes, tokens) =>
    fastDllmBound({ ...tokens!, size: sequenceLength(sizes) }).divergence,
};
