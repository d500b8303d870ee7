import type { UnmaskingOrder } from "../unmasking_order.ts";
import type { UnmaskingPolicy } from "../unmasking_policy.ts";
import { fixedOrder } from "./fixed_order.ts";

/**
 * Recursive bisection: the middle of every stretch that is still masked, again and again.
 *
 *     ceil(log2(L + 1)) iterations
 *
 * On a Markov chain it is exact: tokens of one iteration have a revealed token between any two of
 * them. On other laws it is one order among many.
 */
export const bisection: UnmaskingPolicy = fixedOrder("bisection", bisectionOrder);

/**
 * The sets of recursive bisection. O(L) time and memory.
 *
 * @param length Tokens in a sequence
 * @returns An ordered partition of the positions
 */
export function bisectionOrder(length: number): UnmaskingOrder {
  const order: Int32Array[] = [];
  let stretches = [{ from: 0, to: length }];
  while (stretches.length > 0) {
    const middles = stretches.map(({ from, to }) => (from + to) >> 1);
    order.push(Int32Array.from(middles));
    stretches = stretches.flatMap(({ from, to }, i) => [
      { from, to: middles[i]! },
      { from: middles[i]! + 1, to },
    ]).filter(({ from, to }) => from < to);
  }
  return order;
}
