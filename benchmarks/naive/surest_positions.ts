import type { AdaptivePolicy } from "../questions/policy_sequences.ts";

/** Scores nearer than this are ties, which the left one wins: rounding must not rank tokens. */
const STEP = 2 ** -40;

/**
 * The positions that one iteration of an adaptive policy reveals, the surest first.
 *
 *     top-k:            the k masked positions of the largest max_y p_i(y)
 *     entropy-bounded:  the most, from the least entropy up, with  sum_i H_i - max_i H_i <= gamma
 *
 * @param masked Masked positions, rising
 * @param options `row`, the law of a position; `policy`
 * @returns Positions
 */
export function surestPositions(
  masked: readonly number[],
  options: { row: (position: number) => Float64Array; policy: AdaptivePolicy },
): number[] {
  const { row, policy } = options;
  const scored = masked.map((position) => {
    const law = row(position);
    const score = policy.policy === "top"
      ? Math.max(...law)
      : law.reduce((sum, mass) => mass === 0 ? sum : sum + mass * Math.log(mass), 0);
    return { position, score, rank: Math.round(score / STEP) };
  });
  // A stable sort of rising positions: ties stay from left to right.
  scored.sort((a, b) => b.rank - a.rank);
  let count = 1;
  if (policy.policy === "top") count = policy.count;
  else {
    const bound = (n: number): number => {
      const entropies = scored.slice(0, n).map(({ score }) => -score);
      return entropies.reduce((sum, entropy) => sum + entropy, 0) - Math.max(...entropies);
    };
    while (count < scored.length && bound(count + 1) <= policy.gamma * (1 + STEP)) count++;
  }
  return scored.slice(0, count).map(({ position }) => position);
}
