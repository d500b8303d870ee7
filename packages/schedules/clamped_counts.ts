import { type MaskSizes, maskSizes } from "./mask_sizes.ts";
import { checkStepCount } from "./step_count.ts";

/**
 * Mask sizes that follow wanted revealed counts, every size at least 1.
 *
 *     N_t = count(t),   clamped to N_{t-1} + 1 <= N_t <= L - (T - t);   N_0 = 0, N_T = L
 *
 * The clamp leaves a token for each later step; where the counts rise by at least 1 in every step it changes
 * nothing. O(T) time and memory, T - 1 calls of `count`.
 *
 * @param count Wanted count after step t, an integer, for t = 1 .. T - 1; asked in this order
 * @param options.length Tokens in the sequence, L
 * @param options.steps Sampling iterations T, an integer in [1, length]
 * @returns T sizes in order of unmasking with sum L
 * @throws RangeError if the length, the steps or a count is out of range
 */
export function sizesFromCounts(
  count: (t: number) => number,
  options: { length: number; steps: number },
): MaskSizes {
  checkStepCount(options);
  const { length, steps } = options;
  const sizes = new Array<number>(steps);
  let revealed = 0;
  for (let t = 1; t <= steps; t++) {
    const next = t === steps
      ? length
      : Math.min(Math.max(count(t), revealed + 1), length - (steps - t));
    sizes[t - 1] = next - revealed;
    revealed = next;
  }
  return maskSizes(sizes, { length });
}
