import type { UnmaskingPolicy } from "../unmasking_policy.ts";
import { fixedOrder } from "./fixed_order.ts";

/**
 * Dilated positions: multiples of a stride that halves, so that tokens of one iteration are far apart.
 *
 *     iteration t of T reveals the multiples of 2^(T - t) that are still masked,   T = ceil(log2 L), at least 1
 *
 * The positions of which the schedule family `dilated` has the sizes. The dilated unmasking scheduler
 * uses strides floor(L / 2^t), the same where L is a power of two; strides that stay powers of two
 * keep each grid in the next for any length.
 *
 * @see arXiv 2506.19037
 */
export const dilatedPositions: UnmaskingPolicy = fixedOrder("dilated", (length) => {
  const steps = Math.max(1, Math.ceil(Math.log2(length)));
  return Array.from({ length: steps }, (_, t) => {
    const stride = 2 ** (steps - 1 - t);
    const first = t === 0;
    return Int32Array.from(
      { length: Math.ceil(length / stride) },
      (_, i) => i * stride,
    ).filter((_, i) => first || i % 2 === 1);
  });
});
