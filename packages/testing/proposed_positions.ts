import type { UnmaskingPolicy } from "@unmask/diffusion";
import { MASK } from "@unmask/information";

/**
 * The positions that a policy without chance reveals first, where the predictor says what a test says.
 *
 * @param policy A policy of one rule
 * @param rows A row of probabilities for each position, all masked
 * @returns Positions in the order that the policy gives
 */
export function proposedPositions(
  policy: UnmaskingPolicy,
  rows: readonly (readonly number[])[],
): number[] {
  const vocabularySize = rows[0]!.length;
  const { rule } = policy.rules({ length: rows.length, vocabularySize })[0]!;
  const { candidates, size } = rule.propose({
    iteration: 0,
    state: new Int32Array(rows.length).fill(MASK),
    candidates: Int32Array.from(rows.keys()),
    predictions: Float64Array.from(rows.flat()),
  });
  if (size !== candidates.length) {
    throw new RangeError(`Cannot tell: size must be all, got ${size}`);
  }
  return [...candidates];
}
